using System.Globalization;
using static GenAiCourse.Mathematics.Expression;

namespace GenAiCourse.Mathematics;

/// <summary>Reads expressions by recursive descent: sums of terms, of factors with signs, of powers.</summary>
internal sealed class ExpressionParser(string text)
{
    private int _at;

    public Expression Parse()
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = Sum();
        return Next() == '\0' ? result : throw Unexpected("an operator or the end");
    }

    private Expression Sum()
    {
        var result = Term();
        while (true)
        {
            if (Take('+')) result += Term();
            else if (Take('-')) result -= Term();
            else return result;
        }
    }

    private Expression Term()
    {
        var result = Signed();
        while (true)
        {
            if (Take('*')) result *= Signed();
            else if (Take('/')) result /= Signed();
            else return result;
        }
    }

    private Expression Signed() => Take('-') ? -Signed() : Power();

    private Expression Power()
    {
        var result = Primary();
        return Take('^') ? new Power(result, Signed()) : result;
    }

    private Expression Primary()
    {
        var next = Next();
        if (Take('('))
        {
            var inner = Sum();
            return Take(')') ? inner : throw Unexpected("a )");
        }
        if (char.IsAsciiDigit(next) || next == '.') return Number();
        return char.IsAsciiLetter(next) ? Named() : throw Unexpected("a number, a name or a (");
    }

    private Constant Number()
    {
        var start = _at;
        Digits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            Digits();
        }
        // An e that no digit follows is the constant e, and so an error here.
        var mark = _at;
        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            if (_at < text.Length && text[_at] is '+' or '-') _at++;
            var digits = _at;
            Digits();
            if (_at == digits) _at = mark;
        }
        return double.TryParse(
            text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
                ? new Constant(value)
                : throw new FormatException($"expected a number, got '{text[start.._at]}' at {start} of '{text}'");

        void Digits()
        {
            while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        }
    }

    private Expression Named()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_')) _at++;
        var name = text[start.._at];
        if (name == "pi") return Math.PI;
        if (name == "e") return Math.E;
        var kind = name == "log" ? ElementaryFunction.Ln : Kind(name);
        if (kind is null) return Next() == '(' ? throw NoFunction(name, start) : new Variable(name);
        if (!Take('(')) throw Unexpected($"a ( after {name}");
        var argument = Sum();
        return Take(')') ? new FunctionOf(kind.Value, argument) : throw Unexpected("a )");
    }

    private static ElementaryFunction? Kind(string name)
    {
        foreach (var kind in Enum.GetValues<ElementaryFunction>())
            if (string.Equals(Enum.GetName(kind), name, StringComparison.OrdinalIgnoreCase) && char.IsLower(name[0]))
                return kind;
        return null;
    }

    private char Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private bool Take(char c)
    {
        if (Next() != c) return false;
        _at++;
        return true;
    }

    private FormatException NoFunction(string name, int start) => new(
        $"expected one of {string.Join(", ", Enum.GetNames<ElementaryFunction>()).ToLowerInvariant()}, "
        + $"got '{name}' at {start} of '{text}'; write * between factors");

    private FormatException Unexpected(string expected) => new(
        $"expected {expected}, got {(Next() == '\0' ? "the end" : $"'{Next()}'")} at {_at} of '{text}'");
}
