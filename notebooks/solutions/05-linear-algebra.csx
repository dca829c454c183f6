// Hints, solutions and variants of the exercises in 05-linear-algebra.ipynb. Lines "//# kind exercise" begin a section.

//# hint determinant
// Work on a copy: var a = (double[,])matrix.Clone(). The first half of Solve, in section 5, is what you need.
//# hint determinant
// Keep a number that begins with 1: multiply it by each pivot a[k, k], and change its sign at each swap.
//# hint determinant
// If even the largest number of a column is 0, the determinant is 0: return before you divide by it.
//# solution determinant
double Determinant(double[,] matrix)
{
    var (a, n, result) = ((double[,])matrix.Clone(), matrix.GetLength(0), 1.0);
    for (var k = 0; k < n; k++)
    {
        var best = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
        if (a[best, k] == 0) return 0;
        if (best != k) result = -result;
        for (var j = 0; j < n; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
        result *= a[k, k];
        for (var i = k + 1; i < n; i++)
            for (var j = n - 1; j >= k; j--) a[i, j] -= a[i, k] / a[k, k] * a[k, j];
    }
    return result;
}
//# right determinant : by Laplace's expansion along the first row
double Determinant(double[,] matrix)
{
    var n = matrix.GetLength(0);
    if (n == 1) return matrix[0, 0];
    var sum = 0.0;
    for (var column = 0; column < n; column++)
    {
        var minor = new double[n - 1, n - 1];
        for (var i = 1; i < n; i++)
            for (var j = 0; j < n; j++)
                if (j != column) minor[i - 1, j < column ? j : j - 1] = matrix[i, j];
        sum += (column % 2 == 0 ? 1 : -1) * matrix[0, column] * Determinant(minor);
    }
    return sum;
}
//# wrong determinant : forgets the sign of a swap
double Determinant(double[,] matrix)
{
    var (a, n, result) = ((double[,])matrix.Clone(), matrix.GetLength(0), 1.0);
    for (var k = 0; k < n; k++)
    {
        var best = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
        if (a[best, k] == 0) return 0;
        for (var j = 0; j < n; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
        result *= a[k, k];
        for (var i = k + 1; i < n; i++)
            for (var j = n - 1; j >= k; j--) a[i, j] -= a[i, k] / a[k, k] * a[k, j];
    }
    return result;
}
//# wrong determinant : no swaps
double Determinant(double[,] matrix)
{
    var (a, n, result) = ((double[,])matrix.Clone(), matrix.GetLength(0), 1.0);
    for (var k = 0; k < n; k++)
    {
        result *= a[k, k];
        for (var i = k + 1; i < n; i++)
            for (var j = n - 1; j >= k; j--) a[i, j] -= a[i, k] / a[k, k] * a[k, j];
    }
    return result;
}
//# wrong determinant : swaps only where the pivot is exactly 0
double Determinant(double[,] matrix)
{
    var (a, n, result) = ((double[,])matrix.Clone(), matrix.GetLength(0), 1.0);
    for (var k = 0; k < n; k++)
    {
        var best = Enumerable.Range(k, n - k).FirstOrDefault(i => a[i, k] != 0, -1);
        if (best < 0) return 0;
        if (best != k) result = -result;
        for (var j = 0; j < n; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
        result *= a[k, k];
        for (var i = k + 1; i < n; i++)
            for (var j = n - 1; j >= k; j--) a[i, j] -= a[i, k] / a[k, k] * a[k, j];
    }
    return result;
}
//# wrong determinant : changes the caller's matrix
double Determinant(double[,] a)
{
    var (n, result) = (a.GetLength(0), 1.0);
    for (var k = 0; k < n; k++)
    {
        var best = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
        if (a[best, k] == 0) return 0;
        if (best != k) result = -result;
        for (var j = 0; j < n; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
        result *= a[k, k];
        for (var i = k + 1; i < n; i++)
            for (var j = n - 1; j >= k; j--) a[i, j] -= a[i, k] / a[k, k] * a[k, j];
    }
    return result;
}

//# hint gram-schmidt
// Two loops: over the vectors, and over the directions found so far. Copy each vector before you change it.
//# hint gram-schmidt
// The projection of rest on q is Dot(rest, q) times q, since q has length 1. Subtract it from rest.
//# hint gram-schmidt
// At the end divide rest by its length and add it to the list. Use rest, not the original vector, inside the dot product.
//# solution gram-schmidt
double[][] Orthonormal(double[][] vectors)
{
    var found = new List<double[]>();
    foreach (var vector in vectors)
    {
        double[] rest = [.. vector];
        foreach (var q in found)
        {
            var part = LinearAlgebra.Dot(rest, q);
            for (var i = 0; i < rest.Length; i++) rest[i] -= part * q[i];
        }
        var length = LinearAlgebra.Norm(rest);
        found.Add([.. rest.Select(x => x / length)]);
    }
    return [.. found];
}
//# right gram-schmidt : takes each new direction out of all later vectors at once
double[][] Orthonormal(double[][] vectors)
{
    double[][] rest = [.. vectors.Select(v => (double[])v.Clone())];
    for (var k = 0; k < rest.Length; k++)
    {
        var length = LinearAlgebra.Norm(rest[k]);
        var q = rest[k] = [.. rest[k].Select(x => x / length)];
        for (var l = k + 1; l < rest.Length; l++)
        {
            var part = LinearAlgebra.Dot(rest[l], q);
            rest[l] = [.. rest[l].Zip(q, (x, y) => x - part * y)];
        }
    }
    return rest;
}
//# wrong gram-schmidt : projects the original vector, which loses the right angles to rounding
double[][] Orthonormal(double[][] vectors)
{
    var found = new List<double[]>();
    foreach (var vector in vectors)
    {
        double[] rest = [.. vector];
        foreach (var q in found)
        {
            var part = LinearAlgebra.Dot(vector, q);
            for (var i = 0; i < rest.Length; i++) rest[i] -= part * q[i];
        }
        var length = LinearAlgebra.Norm(rest);
        found.Add([.. rest.Select(x => x / length)]);
    }
    return [.. found];
}
//# wrong gram-schmidt : does not scale to length 1
double[][] Orthonormal(double[][] vectors)
{
    var found = new List<double[]>();
    foreach (var vector in vectors)
    {
        double[] rest = [.. vector];
        foreach (var q in found)
        {
            var part = LinearAlgebra.Dot(rest, q) / LinearAlgebra.Dot(q, q);
            for (var i = 0; i < rest.Length; i++) rest[i] -= part * q[i];
        }
        found.Add(rest);
    }
    return [.. found];
}

//# hint polynomial-fit
// X has x.Length rows and degree + 1 columns; entry i, k is Math.Pow(x[i], k). Its first column is all ones.
//# hint polynomial-fit
// var Xt = LinearAlgebra.Transpose(X); then Xt X is a square matrix and Xt y a vector.
//# hint polynomial-fit
// Solve(LinearAlgebra.Multiply(Xt, X), LinearAlgebra.Multiply(Xt, y)) gives the coefficients.
//# solution polynomial-fit
double[] Fit(double[] x, double[] y, int degree)
{
    var X = new double[x.Length, degree + 1];
    for (var i = 0; i < x.Length; i++)
        for (var k = 0; k <= degree; k++) X[i, k] = Math.Pow(x[i], k);
    var Xt = LinearAlgebra.Transpose(X);
    return Solve(LinearAlgebra.Multiply(Xt, X), LinearAlgebra.Multiply(Xt, y));
}
//# right polynomial-fit : by QR
double[] Fit(double[] x, double[] y, int degree)
{
    var X = new double[x.Length, degree + 1];
    for (var i = 0; i < x.Length; i++)
        for (var k = 0; k <= degree; k++) X[i, k] = Math.Pow(x[i], k);
    var qr = LinearAlgebra.Qr(X);
    return Solve(qr.R, LinearAlgebra.Multiply(LinearAlgebra.Transpose(qr.Q), y));
}
//# wrong polynomial-fit : no column of ones, so each curve goes through 0
double[] Fit(double[] x, double[] y, int degree)
{
    var X = new double[x.Length, degree + 1];
    for (var i = 0; i < x.Length; i++)
        for (var k = 0; k <= degree; k++) X[i, k] = Math.Pow(x[i], k + 1);
    var Xt = LinearAlgebra.Transpose(X);
    return Solve(LinearAlgebra.Multiply(Xt, X), LinearAlgebra.Multiply(Xt, y));
}
//# wrong polynomial-fit : goes through the first points only
double[] Fit(double[] x, double[] y, int degree)
{
    var X = new double[degree + 1, degree + 1];
    for (var i = 0; i <= degree; i++)
        for (var k = 0; k <= degree; k++) X[i, k] = Math.Pow(x[i], k);
    return Solve(X, y[..(degree + 1)]);
}
//# wrong polynomial-fit : highest power first
double[] Fit(double[] x, double[] y, int degree)
{
    var X = new double[x.Length, degree + 1];
    for (var i = 0; i < x.Length; i++)
        for (var k = 0; k <= degree; k++) X[i, k] = Math.Pow(x[i], degree - k);
    var Xt = LinearAlgebra.Transpose(X);
    return Solve(LinearAlgebra.Multiply(Xt, X), LinearAlgebra.Multiply(Xt, y));
}
