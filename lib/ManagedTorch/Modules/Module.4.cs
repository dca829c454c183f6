namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What takes four inputs and gives one result.</summary>
        public interface IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Runs the module, hooks included.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }

        /// <summary>A module of four inputs.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>,
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>,
            IModule<T1, T2, T3, T4, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes, without hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs the hooks before, <c>forward</c>, and the hooks after.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                if (!HasHooks) return forward(input1, input2, input3, input4);
                foreach (var hook in PreHooks())
                    if (hook(this, input1, input2, input3, input4) is { } changed)
                        (input1, input2, input3, input4) = changed;
                var result = forward(input1, input2, input3, input4);
                foreach (var hook in PostHooks())
                    if (hook(this, input1, input2, input3, input4, result) is { } changed) result = changed;
                return result;
            }
        }
    }
}
