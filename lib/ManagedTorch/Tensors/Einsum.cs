namespace TorchSharp;

public static partial class torch
{
    /// <summary>Products and sums by Einstein's notation: "bij,bjk->bik".</summary>
    /// <param name="equation">
    /// Letters for the dimensions of each tensor; after the arrow, those of the result. "..." stands for any others,
    /// which broadcast.
    /// </param>
    /// <param name="tensors">As many tensors as the equation has terms.</param>
    /// <exception cref="ArgumentException">The equation does not fit the tensors.</exception>
    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        var sides = equation.Replace(" ", "", StringComparison.Ordinal).Split("->");
        var terms = sides[0].Split(',');
        if (equation.Contains('.', StringComparison.Ordinal) && terms.Length == tensors.Length)
            return EinsumEllipsis(sides, terms, tensors);
        if (terms.Length != tensors.Length)
            throw new ArgumentException(terms.Length > tensors.Length
                ? "einsum(): fewer operands were provided than specified in the equation"
                : "einsum(): more operands were provided than specified in the equation");
        var output = sides.Length > 1 ? sides[1] : string.Concat(sides[0].Where(char.IsLetter).GroupBy(c => c)
            .Where(g => g.Count() == 1).Select(g => g.Key).Order());
        foreach (var c in output.Where(c => !sides[0].Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException(
                $"einsum(): output subscript {c} does not appear in the equation for any input operand");

        var (labels, x) = Diagonals(terms[0], tensors[0]);
        for (var i = 1; i < tensors.Length; i++)
        {
            var (others, y) = Diagonals(terms[i], tensors[i]);
            var later = output + string.Concat(terms[(i + 1)..]);
            (labels, x) = Contract(labels, x, others, y, later);
        }

        long[] gone = [.. labels.Select((c, d) => (c, d)).Where(p => !output.Contains(p.c, StringComparison.Ordinal))
            .Select(p => (long)p.d)];
        if (gone.Length > 0) x = x.sum(gone);
        labels = string.Concat(labels.Where(c => output.Contains(c, StringComparison.Ordinal)));
        return x.permute([.. output.Select(c => (long)labels.IndexOf(c, StringComparison.Ordinal))]);
    }

    // Gives the dimensions of the ellipses letters that the equation does not use.
    private static Tensor EinsumEllipsis(string[] sides, string[] terms, Tensor[] tensors)
    {
        var free = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            .Where(c => !sides.Any(side => side.Contains(c, StringComparison.Ordinal))).ToArray();
        string Named(string term, int count) =>
            term.Replace("...", new string(free, 0, count), StringComparison.Ordinal);
        var extra = terms.Select((term, i) =>
            tensors[i].ndim - (term.Replace("...", "", StringComparison.Ordinal).Length));
        var counts = extra.Select((n, i) => terms[i].Contains("...", StringComparison.Ordinal) ? (int)n : 0).ToArray();
        if (counts.Any(n => n < 0 || n > free.Length))
            throw new ArgumentException("einsum(): the number of subscripts in the equation is more than the number " +
                "of dimensions for an operand");
        var rank = counts.Max();
        var shape = System.Array.Empty<long>();
        for (var i = 0; i < terms.Length; i++)
        {
            var at = terms[i].IndexOf("...", StringComparison.Ordinal);
            if (at >= 0) shape = Shapes.Broadcast(shape, tensors[i].Shape_[at..(at + counts[i])]);
        }

        var wide = new Tensor[tensors.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var at = terms[i].IndexOf("...", StringComparison.Ordinal);
            if (at < 0) wide[i] = tensors[i];
            else wide[i] = tensors[i].reshape([.. tensors[i].Shape_[..at], .. Enumerable.Repeat(1L, rank - counts[i]),
                .. tensors[i].Shape_[at..]]).expand([.. tensors[i].Shape_[..at], .. shape,
                .. tensors[i].Shape_[(at + counts[i])..]]);
        }

        var left = string.Join(',', terms.Select(term => Named(term, rank)));
        var right = sides.Length > 1 ? Named(sides[1], rank) : new string(free, 0, rank) + string.Concat(
            sides[0].Where(char.IsLetter).GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key).Order());
        return einsum(left + "->" + right, wide);
    }

    // A letter that stands twice in a term takes the diagonal.
    private static (string Labels, Tensor X) Diagonals(string term, Tensor x)
    {
        if (term.Length != x.ndim)
            throw new ArgumentException(
                $"einsum(): the number of subscripts in the equation ({term.Length}) does not match " +
                $"the number of dimensions ({x.ndim}) for operand");
        for (var i = 0; i < term.Length; i++)
        {
            var j = term.IndexOf(term[i], i + 1);
            if (j < 0) continue;
            x = x.diagonal(0, i, j);
            term = term.Remove(j, 1).Remove(i, 1) + term[i];
            i = -1;
        }

        return (term, x);
    }

    // One batched matrix product: shared and kept letters are the batch, shared and finished ones are summed over.
    private static (string Labels, Tensor X) Contract(string p, Tensor a, string q, Tensor b, string later)
    {
        bool Later(char c) => later.Contains(c, StringComparison.Ordinal);
        var shared = string.Concat(p.Where(c => q.Contains(c, StringComparison.Ordinal)));
        var (batch, summed) = (string.Concat(shared.Where(Later)), string.Concat(shared.Where(c => !Later(c))));
        var (left, right) = (string.Concat(p.Except(shared)), string.Concat(q.Except(shared)));
        foreach (var c in shared)
            if (SizeOf(p, a, c) != SizeOf(q, b, c))
                throw new ArgumentException(
                    $"einsum(): subscript {c} has size {SizeOf(q, b, c)} for operand 1 which does not " +
                    $"broadcast with previously seen size {SizeOf(p, a, c)}");

        var x = Ordered(p, a, batch + left + summed)
            .reshape([Total(p, a, batch), Total(p, a, left), Total(p, a, summed)]);
        var y = Ordered(q, b, batch + summed + right)
            .reshape([Total(p, a, batch), Total(p, a, summed), Total(q, b, right)]);
        long[] shape = [.. batch.Select(c => SizeOf(p, a, c)), .. left.Select(c => SizeOf(p, a, c)),
            .. right.Select(c => SizeOf(q, b, c))];
        return (batch + left + right, x.bmm(y).view(shape));
    }

    private static long SizeOf(string labels, Tensor x, char c) =>
        x.Shape_[labels.IndexOf(c, StringComparison.Ordinal)];

    private static long Total(string labels, Tensor x, string of) => of.Aggregate(1L, (n, c) =>
        n * SizeOf(labels, x, c));

    private static Tensor Ordered(string labels, Tensor x, string order) =>
        x.permute([.. order.Select(c => (long)labels.IndexOf(c, StringComparison.Ordinal))]);
}
