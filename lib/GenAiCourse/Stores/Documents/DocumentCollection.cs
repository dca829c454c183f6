using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GenAiCourse.Stores;

/// <summary>The documents of one kind.</summary>
/// <remarks>
/// A document is a JSON object; its field <c>_id</c> names it, and is given to it where it has none. Queries, updates
/// and pipelines are JSON too, in MongoDB's language (https://www.mongodb.com/docs/manual/reference/operator/).
/// Documents are copied on the way in and out. Calls from several threads take turns.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "Collection is MongoDB's word for it.")]
public sealed class DocumentCollection
{
    private readonly DocumentStore _store;
    private readonly DocumentJournal _journal;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, JsonObject> _documents = [];     // by number, which is insertion order
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly List<DocumentIndex> _indexes = [];
    private long _nextNumber;
    private long _nextId;

    internal DocumentCollection(DocumentStore store, IStoreFiles files, string file)
    {
        _store = store;
        _journal = new DocumentJournal(files, file, out var changes);
        foreach (var change in changes) Apply(change);
    }

    /// <summary>How many documents there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _documents.Count;
        }
    }

    /// <summary>The paths that have an index, beside <c>_id</c>.</summary>
    public IReadOnlyList<string> Indexes
    {
        get
        {
            lock (_lock) return [.. _indexes.Select(index => index.Path)];
        }
    }

    /// <summary>Inserts documents, all or none.</summary>
    /// <returns>Their ids, in order.</returns>
    /// <exception cref="ArgumentException">
    /// An id, or a value of a unique index, is there already; nothing was inserted.
    /// </exception>
    public IReadOnlyList<JsonNode> Insert(params IEnumerable<JsonObject> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        lock (_lock)
        {
            var puts = documents.Select(document => WithId(document)).ToList();
            var twice = puts.Select(document => DocumentJournal.KeyOf(document["_id"])).CountBy(key => key)
                .FirstOrDefault(pair => pair.Value > 1 || _numbers.ContainsKey(pair.Key));
            if (twice.Key is not null)
                throw new ArgumentException($"there is a document with _id {twice.Key} already; update or replace it");
            Write(puts, []);
            return [.. puts.Select(document => document["_id"]!.DeepClone())];
        }
    }

    /// <summary>The documents that a query means.</summary>
    /// <param name="query">Conditions by path; null or {} for all documents.</param>
    /// <param name="options">Order, and which part of them.</param>
    /// <exception cref="ArgumentException">
    /// The query has an unknown operator, or an operand of the wrong kind.
    /// </exception>
    public IReadOnlyList<JsonObject> Find(JsonObject? query = null, FindOptions? options = null)
    {
        options ??= new FindOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Skip, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Limit, nameof(options));
        lock (_lock)
        {
            var found = Search(query, out _).Select(pair => pair.Document);
            if (options.Sort.Count > 0) found = DocumentPipeline.Sorted(found, options.Sort);
            return [.. found.Skip(options.Skip).Take(options.Limit)
                .Select(document => Projected(document, options.Fields))];
        }
    }

    /// <summary>How <see cref="Find"/> would answer a query: by which index, and reading how many documents.</summary>
    public QueryPlan Explain(JsonObject? query)
    {
        lock (_lock)
        {
            _ = Search(query, out var plan);
            return plan;
        }
    }

    /// <summary>Changes the documents that a query means, all or none.</summary>
    /// <param name="query">Which documents.</param>
    /// <param name="update">Operators: <c>{ "$set": { "price": 3 }, "$inc": { "sold": 1 } }</c>.</param>
    /// <exception cref="ArgumentException">
    /// An operator is unknown or does not fit a value, or a unique index forbids the result; nothing was changed.
    /// </exception>
    public UpdateResult Update(JsonObject query, JsonObject update)
    {
        ArgumentNullException.ThrowIfNull(update);
        lock (_lock)
        {
            var found = Search(query, out _);
            var changes = JsonValues.Copy(update);
            var changed = found.Select(pair => (Old: pair.Document, New: DocumentUpdate.Apply(pair.Document, changes)))
                .Where(pair => JsonValues.Compare(pair.Old, pair.New) != 0).Select(pair => pair.New).ToList();
            Write(changed, []);
            return new UpdateResult(found.Count, changed.Count);
        }
    }

    /// <summary>Puts another document in the place of the one with its id, or inserts it where there is none.</summary>
    /// <exception cref="ArgumentException">It has no _id, or a unique index forbids it.</exception>
    public void Replace(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document["_id"] is null) throw new ArgumentException(
            "expected a document with an _id: which one to replace?");
        lock (_lock) Write([JsonValues.Copy(document)], []);
    }

    /// <summary>Deletes the documents that a query means.</summary>
    /// <returns>How many they were.</returns>
    public int Delete(JsonObject query)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_lock)
        {
            var ids = Search(query, out _).Select(pair => pair.Document["_id"]!).ToList();
            Write([], ids);
            return ids.Count;
        }
    }

    /// <summary>Makes an index, which queries on this path use from now on.</summary>
    /// <param name="path">A field, or a path through objects and arrays such as <c>address.city</c>.</param>
    /// <param name="isUnique">Whether two documents with one value are refused.</param>
    /// <exception cref="ArgumentException">
    /// The path has one, or documents that are there break its uniqueness.
    /// </exception>
    public void CreateIndex(string path, bool isUnique = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (_lock)
        {
            if (path == "_id" || _indexes.Exists(index => index.Path == path))
                throw new ArgumentException($"{path} has an index already", nameof(path));
            if (isUnique)
            {
                var trial = new DocumentIndex(path, isUnique);
                foreach (var (number, document) in _documents)
                {
                    if (trial.Conflict(document, _ => false) is { } conflict) throw Conflict(trial, conflict.Key);
                    trial.Add(number, document);
                }
            }
            var change = new DocumentChange([], [], new IndexDefinition(path, isUnique));
            _journal.Append(change);
            Apply(change);
        }
    }

    /// <summary>Sends the documents through stages, each of which makes other documents of them.</summary>
    /// <param name="stages">
    /// One operator each: $match, $project, $addFields, $group, $sort, $limit, $skip, $unwind, $lookup, $count.
    /// </param>
    /// <exception cref="ArgumentException">A stage or an expression in it is unknown or of the wrong form.</exception>
    /// <remarks>https://www.mongodb.com/docs/manual/aggregation/. A $match that comes first uses the indexes.</remarks>
    public IReadOnlyList<JsonObject> Aggregate(params IReadOnlyList<JsonObject> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var pipeline = new DocumentPipeline(_store);
        var isMatched = stages is [{ Count: 1 } first, ..] && first["$match"] is JsonObject;
        var start = Find(isMatched ? stages[0]["$match"]!.AsObject() : null);
        return [.. pipeline.Run(start, [.. stages.Skip(isMatched ? 1 : 0).Select(JsonValues.Copy)])
            .Select(JsonValues.Copy)];
    }

    /// <summary>Rewrites the file so that it holds what is there now, and not how it came about.</summary>
    public void Compact()
    {
        lock (_lock)
            _journal.Replace(
                _indexes.Select(index => new DocumentChange([], [], new IndexDefinition(index.Path, index.IsUnique)))
                    .Append(new DocumentChange([.. _documents.Values], [], null)));
    }

    private JsonObject WithId(JsonObject document)
    {
        document = JsonValues.Copy(document);
        if (document["_id"] is not null) return document;
        while (_numbers.ContainsKey(DocumentJournal.KeyOf(_nextId))) _nextId++;
        var named = new JsonObject { ["_id"] = _nextId++ };
        foreach (var (name, value) in document.Where(field => field.Key != "_id")) named[name] = value?.DeepClone();
        return named;
    }

    private void Write(List<JsonObject> puts, List<JsonNode> deletes)
    {
        if (puts.Count == 0 && deletes.Count == 0) return;
        CheckUnique(puts);
        var change = new DocumentChange(puts, deletes, null);
        _journal.Append(change);
        Apply(change);
    }

    private void CheckUnique(List<JsonObject> puts)
    {
        var replaced = puts.Select(put => _numbers.GetValueOrDefault(DocumentJournal.KeyOf(put["_id"]), -1))
            .ToHashSet();
        foreach (var index in _indexes.Where(index => index.IsUnique))
        {
            var among = new DocumentIndex(index.Path, isUnique: true);
            for (var i = 0; i < puts.Count; i++)
            {
                if ((index.Conflict(puts[i], replaced.Contains) ?? among.Conflict(puts[i], _ => false)) is { } conflict)
                    throw Conflict(index, conflict.Key);
                among.Add(i, puts[i]);
            }
        }
    }

    private static ArgumentException Conflict(DocumentIndex index, JsonNode? key) =>
        new($"{index.Path} is unique, and two documents have {key?.ToJsonString() ?? "null"}; nothing was changed");

    private void Apply(DocumentChange change)
    {
        foreach (var id in change.Deletes)
            if (_numbers.Remove(DocumentJournal.KeyOf(id), out var number))
                Unlist(number);
        foreach (var put in change.Puts)
        {
            var key = DocumentJournal.KeyOf(put["_id"]);
            if (_numbers.TryGetValue(key, out var number)) Unlist(number);
            else _numbers[key] = number = _nextNumber++;
            _documents[number] = put;
            foreach (var index in _indexes) index.Add(number, put);
        }
        if (change.Index is not { } definition) return;
        var fresh = new DocumentIndex(definition.Path, definition.IsUnique);
        foreach (var (number, document) in _documents) fresh.Add(number, document);
        _indexes.Add(fresh);
    }

    private void Unlist(long number)
    {
        foreach (var index in _indexes) index.Remove(number, _documents[number]);
        _documents.Remove(number);
    }

    private List<(long Number, JsonObject Document)> Search(JsonObject? query, out QueryPlan plan)
    {
        var filter = new DocumentFilter(JsonValues.Copy(query ?? []));
        var (path, candidates) = Candidates(filter);
        var read = candidates is null
            ? _documents.Select(pair => (pair.Key, pair.Value))
            : candidates.Select(number => (Key: number, Value: _documents[number]));
        var found = read.Where(pair => filter.Matches(pair.Value)).ToList();
        plan = new QueryPlan(path, candidates?.Count ?? _documents.Count, found.Count);
        return found;
    }

    private (string? Path, IReadOnlyCollection<long>? Numbers) Candidates(DocumentFilter filter)
    {
        foreach (var (path, name, operand) in filter.Bounds)
            if (path == "_id" && name == "$eq" && operand is not null and not (JsonObject or JsonArray))
                return ("_id", _numbers.TryGetValue(DocumentJournal.KeyOf(operand), out var number) ? [number] : []);
        return _indexes.Select(index => (index.Path, Numbers: index.Candidates(filter.Bounds)))
            .Where(choice => choice.Numbers is not null)
            .OrderBy(choice => choice.Numbers!.Count).FirstOrDefault();
    }

    private static JsonObject Projected(JsonObject document, IReadOnlyList<string>? fields)
    {
        if (fields is null) return document.DeepClone().AsObject();
        var kept = new JsonObject { ["_id"] = document["_id"]!.DeepClone() };
        foreach (var field in fields)
            if (JsonValues.TryGet(document, field, out var value))
                kept[field] = value?.DeepClone();
        return kept;
    }
}
