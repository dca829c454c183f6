using System.Runtime.InteropServices;
using NotebookKernel.Jupyter;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The folders of Jupyter's documentation ("Jupyter's directories"), by system and by variable.</summary>
public sealed class JupyterFoldersTests
{
    [Theory]
    [InlineData("LINUX", "/ada/.local/share/jupyter/kernels", "HOME=/ada")]
    [InlineData("LINUX", "/data/jupyter/kernels", "HOME=/ada", "XDG_DATA_HOME=/data")]
    [InlineData("LINUX", "/mine/kernels", "HOME=/ada", "XDG_DATA_HOME=/data", "JUPYTER_DATA_DIR=/mine")]
    [InlineData("LINUX", "/ada/.local/share/jupyter/kernels", "HOME=/ada", "JUPYTER_DATA_DIR=")]
    [InlineData("OSX", "/ada/Library/Jupyter/kernels", "HOME=/ada", "XDG_DATA_HOME=/data")]
    [InlineData("OSX", "/mine/kernels", "HOME=/ada", "JUPYTER_DATA_DIR=/mine")]
    [InlineData("WINDOWS", "C:/ada/Roaming/jupyter/kernels", "USERPROFILE=C:/ada", "APPDATA=C:/ada/Roaming")]
    [InlineData("WINDOWS", "C:/ada/AppData/Roaming/jupyter/kernels", "USERPROFILE=C:/ada", "HOME=/ada")]
    [InlineData("WINDOWS", "D:/mine/kernels", "APPDATA=C:/ada/Roaming", "JUPYTER_DATA_DIR=D:/mine")]
    public void User_SystemAndVariables_DecideTheFolder(string system, string expected, params string[] variables) =>
        Assert.Equal(expected, Slashes(Folders(system, variables).User));

    [Theory]
    [InlineData("LINUX", "/usr/local/share/jupyter/kernels")]
    [InlineData("OSX", "/usr/local/share/jupyter/kernels")]
    [InlineData("WINDOWS", "E:/everyone/jupyter/kernels", "PROGRAMDATA=E:/everyone")]
    [InlineData("WINDOWS", "C:/ProgramData/jupyter/kernels")]
    public void System_IsTheFolderOfEveryUser(string system, string expected, params string[] variables) =>
        Assert.Equal(expected, Slashes(Folders(system, variables).System));

    [Fact]
    public void Searched_Unix_IsPathThenEnvironmentThenUserThenEveryone() => Assert.Equal(
        [
            "/a/kernels", "/b/kernels", "/env/share/jupyter/kernels", "/ada/.local/share/jupyter/kernels",
            "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels",
        ],
        Folders("LINUX", "HOME=/ada", "JUPYTER_PATH=/a:/b", "VIRTUAL_ENV=/env").Searched.Select(Slashes));

    [Fact]
    public void Searched_Windows_SplitsAtSemicolons() => Assert.Equal(
        ["C:/a/kernels", "D:/b/kernels", "C:/ada/jupyter/kernels", "C:/all/jupyter/kernels"],
        Folders("WINDOWS", "APPDATA=C:/ada", "PROGRAMDATA=C:/all", "JUPYTER_PATH=C:/a;D:/b").Searched.Select(Slashes));

    private static JupyterFolders Folders(string system, params string[] variables)
    {
        var values = variables.Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return new JupyterFolders(name => values.GetValueOrDefault(name), OSPlatform.Create(system));
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
