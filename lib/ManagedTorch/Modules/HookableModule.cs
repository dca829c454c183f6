namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A module that calls functions before and after each <c>call</c>; <c>forward</c> alone calls none.
        /// </summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly OrderedDictionary<string, object> _before = [];
            private readonly OrderedDictionary<string, object> _after = [];

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>
            /// Called with the module and its inputs before each call; a result that is not null replaces them.
            /// </summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(_before, hook);

            /// <summary>Called with the module before each call.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(_before, hook);

            /// <summary>
            /// Called with the module, its inputs and its output after each call; a result that is not null replaces
            /// it.
            /// </summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(_after, hook);

            /// <summary>Called with the module after each call.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(_after, hook);

            private protected IEnumerable<TPreHook> PreHooks() => Run<TPreHook>(_before);

            private protected IEnumerable<TPostHook> PostHooks() => Run<TPostHook>(_after);

            private protected bool HasHooks => _before.Count + _after.Count > 0;

            private IEnumerable<THook> Run<THook>(OrderedDictionary<string, object> hooks)
            {
                foreach (var (_, hook) in hooks.ToArray())
                {
                    if (hook is Action<Module> plain) plain(this);
                    else yield return (THook)hook;
                }
            }

            private int _hooksAdded;

            private HookRemover Add(OrderedDictionary<string, object> hooks, object? hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = FormattableString.Invariant($"hook {++_hooksAdded}");
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                /// <summary>A remover of the hook with this key.</summary>
                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key) =>
                    (_module, _key) = (module, key);

                /// <summary>Takes the hook away; a second call does nothing.</summary>
                public void remove()
                {
                    _module._before.Remove(_key);
                    _module._after.Remove(_key);
                }
            }
        }
    }
}
