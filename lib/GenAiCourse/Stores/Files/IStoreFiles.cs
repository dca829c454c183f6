namespace GenAiCourse.Stores;

/// <summary>
/// The few things that a store asks of a folder, so that a test can pull the plug between any two of them.
/// </summary>
/// <remarks>
/// What a store may rely on after a crash: bytes appended before a completed <see cref="Sync"/> are there; bytes
/// appended since may be there in part, or wrong; <see cref="Replace"/> and <see cref="Delete"/> happened wholly or
/// not at all.
/// </remarks>
public interface IStoreFiles
{
    /// <summary>The names of the files, in ordinal order.</summary>
    IReadOnlyList<string> Names();

    /// <summary>How many bytes a file has.</summary>
    /// <exception cref="FileNotFoundException">There is none of this name.</exception>
    long Length(string name);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">There is none of this name.</exception>
    byte[] Read(string name);

    /// <summary>The bytes of a part of a file.</summary>
    /// <param name="name">The file.</param>
    /// <param name="offset">Where the part begins, from 0.</param>
    /// <param name="length">How many bytes; all of them must be there.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="EndOfStreamException">The file ends before the part does.</exception>
    byte[] Read(string name, long offset, int length);

    /// <summary>Adds bytes at the end of a file, which is made where there is none.</summary>
    void Append(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Returns when all that was appended would survive a power cut.</summary>
    void Sync(string name);

    /// <summary>Gives a synced file the name of another, which it replaces, in one step.</summary>
    void Replace(string name, string replaced);

    /// <summary>Deletes a file; one that is not there is no error.</summary>
    void Delete(string name);
}
