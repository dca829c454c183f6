// Hints, solutions and variants of the exercises in 00-start-here.ipynb. Lines "//# kind exercise" begin a section.

//# hint next-number
// The operator for "what is left after a division" is %.
//# hint next-number
// An int holds numbers up to 2,147,483,647. What does 100,000 times 30,001 do?
//# hint next-number
// Compute with a long: (long)factor * last, and convert back to int at the end.
//# solution next-number
int NextNumber(int last, int factor, int addend, int modulus)
{
    return (int)(((long)factor * last + addend) % modulus);
}
//# right next-number : takes the remainder before it adds
int NextNumber(int last, int factor, int addend, int modulus)
{
    var product = (long)factor * last % modulus;
    return (int)((product + addend) % modulus);
}
//# wrong next-number : overflows
int NextNumber(int last, int factor, int addend, int modulus)
{
    return (factor * last + addend) % modulus;
}
//# wrong next-number : the remainder of the addend alone
int NextNumber(int last, int factor, int addend, int modulus)
{
    return (int)((long)factor * last + addend % modulus);
}

//# hint period
// Remember every number together with the step at which it came: a Dictionary<int, int>.
//# hint period
// At the first number that is in the dictionary already, the period is this step less the remembered one.
//# hint period
// for (var step = 0; seen.TryAdd(number, step); step++) number = next(number);
//# solution period
int Period(Func<int, int> next, int seed)
{
    var seen = new Dictionary<int, int>();
    var (number, step) = (seed, 0);
    while (seen.TryAdd(number, step))
    {
        number = next(number);
        step++;
    }
    return step - seen[number];
}
//# right period : Floyd's tortoise and hare
int Period(Func<int, int> next, int seed)
{
    var (slow, fast) = (next(seed), next(next(seed)));
    while (slow != fast) (slow, fast) = (next(slow), next(next(fast)));
    var steps = 1;
    for (fast = next(slow); fast != slow; fast = next(fast)) steps++;
    return steps;
}
//# wrong period : counts all numbers that ever come
int Period(Func<int, int> next, int seed)
{
    var seen = new HashSet<int>();
    while (seen.Add(seed)) seed = next(seed);
    return seen.Count;
}
//# wrong period : waits for the seed, with a limit
int Period(Func<int, int> next, int seed)
{
    var number = next(seed);
    var steps = 1;
    while (number != seed && steps < 10_000)
    {
        number = next(number);
        steps++;
    }
    return steps;
}

//# hint fair-shuffle
// Build the shuffled part from one end: which element comes last? Any of them, with equal chance.
//# hint fair-shuffle
// Then do the same with the elements before it, of which there is one fewer.
//# hint fair-shuffle
// for (var i = values.Length - 1; i > 0; i--) swap values[i] with values[random.Next(0, i + 1)].
//# solution fair-shuffle
void Shuffle(int[] values, Random random)
{
    for (var i = values.Length - 1; i > 0; i--)
    {
        var other = random.Next(0, i + 1);
        (values[i], values[other]) = (values[other], values[i]);
    }
}
//# right fair-shuffle : from the other end
void Shuffle(int[] values, Random random)
{
    for (var i = 0; i < values.Length - 1; i++)
    {
        var other = random.Next(i, values.Length);
        (values[i], values[other]) = (values[other], values[i]);
    }
}
//# wrong fair-shuffle : swaps each with any other
void Shuffle(int[] values, Random random)
{
    for (var i = 0; i < values.Length; i++)
    {
        var other = random.Next(0, values.Length);
        (values[i], values[other]) = (values[other], values[i]);
    }
}
//# wrong fair-shuffle : never leaves an element where it is
void Shuffle(int[] values, Random random)
{
    for (var i = values.Length - 1; i > 0; i--)
    {
        var other = random.Next(0, i);
        (values[i], values[other]) = (values[other], values[i]);
    }
}
