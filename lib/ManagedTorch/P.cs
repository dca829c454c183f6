namespace TorchSharp; /// <summary>p</summary>
public static class P;
