using System.Numerics;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Work that is written once for every element type and vector width.</summary>
internal interface IVectorJob
{
    void Run<TSimd, TVector, T>()
        where TSimd : struct, IGemmSimd<TVector, T>
        where TVector : struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Runs such work with the widest vectors of the machine.</summary>
internal static class VectorWidth
{
    public static void Run<TJob>(ScalarType type, TJob job) where TJob : IVectorJob
    {
        if (type == ScalarType.Float32)
        {
            if (Vector512.IsHardwareAccelerated) job.Run<Float512, Vector512<float>, float>();
            else if (Vector256.IsHardwareAccelerated) job.Run<Float256, Vector256<float>, float>();
            else job.Run<Float128, Vector128<float>, float>();
        }
        else if (Vector512.IsHardwareAccelerated) job.Run<Double512, Vector512<double>, double>();
        else if (Vector256.IsHardwareAccelerated) job.Run<Double256, Vector256<double>, double>();
        else job.Run<Double128, Vector128<double>, double>();
    }
}
