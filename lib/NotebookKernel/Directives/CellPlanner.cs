using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>Reads the directives of a cell, and of the files that it imports and loads, into a plan.</summary>
internal sealed class CellPlanner
{
    private readonly string _folder;
    private readonly List<CellPart> _parts = [];
    private readonly List<PackageRequest> _packages = [];
    private readonly List<string> _sources = [];
    private readonly List<string> _imports = [];
    private TextPiece.Instruction? _import;
    private bool _isTimed;

    private CellPlanner(string folder) => _folder = folder;

    /// <summary>Plans a cell.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="cellNumber">1-based.</param>
    /// <param name="folder">The folder to which the cell's paths are relative.</param>
    /// <exception cref="DirectiveException">A directive is unknown, malformed, or names what is not there.</exception>
    public static CellPlan Plan(string code, int cellNumber, string folder)
    {
        var planner = new CellPlanner(folder);
        planner.Add(new ImportedCell(CellNames.File(cellNumber), code), folder);
        return new CellPlan(planner._parts, planner._isTimed, planner._packages, planner._sources);
    }

    private void Add(ImportedCell cell, string folder)
    {
        if (cell.Language is { } language && DirectiveText.IsTextLanguage(language))
        {
            _parts.Add(new CellPart.Show(Directive.Find(language)!.Name, cell.Code));
            return;
        }
        if (cell.Language is not null && Directive.Find(cell.Language)?.Name != "#!csharp")
            throw new DirectiveException(Directive.Refusal(cell.Language), CellNames.Words(cell.File), 1, 1);
        new Reading(this, cell, folder).Read();
    }

    private void Import(TextPiece.Instruction line, ImportedCell from, string folder)
    {
        var place = CellNames.Words(from.File);
        var path = Path.GetFullPath(Path.Combine(folder, line.Argument.Trim('"')));
        if (_imports.Contains(path, StringComparer.Ordinal))
            throw new DirectiveException(
                $"{Name(path)} imports itself: {string.Join(" → ", _imports.Append(path).Select(Name))}; "
                + "take one of these #!import lines out", place, line);
        var isOutermost = _imports.Count == 0;
        if (isOutermost) _import = line;
        _imports.Add(path);
        foreach (var cell in ImportedFile.Read(path, place, line)) Add(cell, Path.GetDirectoryName(path)!);
        _imports.RemoveAt(_imports.Count - 1);
        if (isOutermost) _import = null;

        static string Name(string path) => Path.GetFileName(path);
    }

    /// <summary>One cell on its way into the plan.</summary>
    private sealed class Reading(CellPlanner plan, ImportedCell cell, string folder)
    {
        private readonly List<TextPiece.Code> _pending = [];
        private string _language = "#!csharp";

        public void Read()
        {
            foreach (var piece in DirectiveText.Split(cell.Code))
                switch (piece)
                {
                    case TextPiece.Code code: _pending.Add(code); break;
                    case TextPiece.Foreign text: Show(cell.Code[text.Start..text.End]); break;
                    case TextPiece.Instruction line: Obey(line); break;
                }
            EndCode();
        }

        private void Obey(TextPiece.Instruction line)
        {
            if (line is { Line: 1 } && line.Name.StartsWith("#!/", StringComparison.Ordinal))
                return;                                         // a script's own first line, for a Unix shell
            var place = CellNames.Words(cell.File);
            var known = Directive.Find(line.Name)
                ?? throw new DirectiveException(Directive.Refusal(line.Name), place, line);
            if (known.Name == "#r") plan._packages.Add(PackageRequest.Parse(line, place));
            else if (known.Name == "#i") plan._sources.Add(PackageRequest.Source(line, place, plan._folder));
            else if (known.Name == "#!time") plan._isTimed = true;
            else ObeyInTurn(known.Name, line, place);
        }

        private void ObeyInTurn(string name, TextPiece.Instruction line, string place)
        {
            EndCode();
            if (name == "#!csharp" || DirectiveText.IsTextLanguage(name)) _language = name;
            else if (name != "#!import") plan._parts.Add(new CellPart.Report(name));
            else if (line.Argument.Trim('"').Length > 0) plan.Import(line, cell, folder);
            else
                throw new DirectiveException("expected a file after #!import, as in #!import a.csx", place, line);
        }

        private void Show(string text)
        {
            if (!string.IsNullOrWhiteSpace(text) && !(cell.SkipsMarkdown && _language == "#!markdown"))
                plan._parts.Add(new CellPart.Show(_language, text.Trim('\n', '\r')));
        }

        private void EndCode()
        {
            if (_pending.Count == 0) return;
            var text = _pending is [{ Start: 0 } whole] && whole.End == cell.Code.Length
                ? cell.Code
                : DirectiveText.Keep(cell.Code, _pending);
            _pending.Clear();
            if (string.IsNullOrWhiteSpace(text)) return;
            plan._packages.AddRange(LoadedScripts.Packages(text, CellNames.Words(cell.File), folder));
            plan._parts.Add(new CellPart.Code(text, cell.File, plan._import));
        }
    }
}
