namespace GenAiCourse.Mathematics;

/// <summary>A coefficient: exact where numerator and denominator are whole, else one double over 1.</summary>
internal readonly record struct Fraction
{
    private const double MostExact = 9007199254740992;      // 2⁵³: beyond it not each whole number is a double

    public Fraction(double numerator, double denominator = 1)
    {
        if (IsWhole(numerator) && IsWhole(denominator) && denominator != 0)
        {
            var divisor = GreatestDivisor(Math.Abs(numerator), Math.Abs(denominator)) * Math.Sign(denominator);
            (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
        }
        else (Numerator, Denominator) = (numerator / denominator, 1);
    }

    public double Numerator { get; }

    public double Denominator { get; }

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    private static bool IsWhole(double x) => x == Math.Floor(x) && Math.Abs(x) <= MostExact;

    private static double GreatestDivisor(double a, double b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a == 0 ? 1 : a;
    }
}
