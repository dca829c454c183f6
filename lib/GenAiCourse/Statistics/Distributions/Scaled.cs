namespace GenAiCourse.Statistics;

/// <summary>The number factor · e^exponent, kept in two parts so that it does not underflow on the way.</summary>
internal readonly record struct Scaled(double Factor, double Exponent)
{
    /// <summary>The number itself.</summary>
    public double Value
    {
        get
        {
            if (Factor == 0) return 0;
            var half = Math.Exp(Exponent / 2);      // halves: e^−800 times a large factor is still a number
            return Factor * half * half;
        }
    }

    /// <summary>Its natural logarithm.</summary>
    public double Log => Math.Log(Factor) + Exponent;

    public static Scaled operator *(Scaled scaled, double factor) => scaled with { Factor = scaled.Factor * factor };
}
