using System.Text.Json.Nodes;
using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public class DocumentCollectionTests
{
    // The inventory of MongoDB's manual, "Query Documents" and "Query an Array", with sizes and tags of our own.
    private static readonly string[] Inventory =
    [
        """
        { "_id": 1, "item": "journal", "qty": 25, "size": { "h": 14, "uom": "cm" }, "tags": ["blank", "red"],
           "dim": [14, 21] }
        """,
        """
        { "_id": 2, "item": "notebook", "qty": 50, "size": { "h": 8.5, "uom": "in" }, "tags": ["red", "blank"],
           "dim": [14, 21] }
        """,
        """
        { "_id": 3, "item": "paper", "qty": 100, "size": { "h": 8.5, "uom": "in" }, "tags": ["red", "blank", "plain"],
           "dim": [14, 21] }
        """,
        """
        { "_id": 4, "item": "planner", "qty": 75, "size": { "h": 22.85, "uom": "cm" }, "tags": [],
           "dim": [22.85, 30] }
        """,
        """
        { "_id": 5, "item": null, "qty": "many", "tags": ["blue"],
           "dim": [10, 15.25], "parts": [{ "a": 1, "b": 5 }, { "a": 3, "b": 2 }] }
        """,
        """{ "_id": 6, "qty": true, "parts": [{ "a": 3, "b": 5 }] }""",
    ];

    [Theory]
    [InlineData("{}", 1, 2, 3, 4, 5, 6)]
    [InlineData("""{ "item": "paper" }""", 3)]
    [InlineData("""{ "qty": 25.0 }""", 1)]
    [InlineData("""{ "item": null }""", 5, 6)]
    [InlineData("""{ "item": { "$exists": true } }""", 1, 2, 3, 4, 5)]
    [InlineData("""{ "item": { "$ne": "paper" } }""", 1, 2, 4, 5, 6)]
    [InlineData("""{ "qty": { "$gt": 50 } }""", 3, 4)]
    [InlineData("""{ "qty": { "$gte": 50, "$lt": 100 } }""", 2, 4)]
    [InlineData("""{ "qty": { "$not": { "$gt": 50 } } }""", 1, 2, 5, 6)]
    [InlineData("""{ "qty": { "$in": [25, "many", true] } }""", 1, 5, 6)]
    [InlineData("""{ "qty": { "$nin": [25, 50, 75, 100] } }""", 5, 6)]
    [InlineData("""{ "size.uom": "in" }""", 2, 3)]
    [InlineData("""{ "size": { "h": 14, "uom": "cm" } }""", 1)]
    [InlineData("""{ "size": { "uom": "cm", "h": 14 } }""")]
    [InlineData("""{ "tags": "red" }""", 1, 2, 3)]
    [InlineData("""{ "tags": ["red", "blank"] }""", 2)]
    [InlineData("""{ "tags": { "$all": ["red", "blank"] } }""", 1, 2, 3)]
    [InlineData("""{ "tags": { "$size": 3 } }""", 3)]
    [InlineData("""{ "tags": { "$size": 0 } }""", 4)]
    [InlineData("""{ "dim": { "$gt": 25 } }""", 4)]
    [InlineData("""{ "dim": { "$gt": 15, "$lt": 20 } }""", 1, 2, 3, 5)]
    [InlineData("""{ "dim": { "$elemMatch": { "$gt": 15, "$lt": 20 } } }""", 5)]
    [InlineData("""{ "dim.1": { "$gt": 25 } }""", 4)]
    [InlineData("""{ "parts.a": 3 }""", 5, 6)]
    [InlineData("""{ "parts.a": 3, "parts.b": 5 }""", 5, 6)]
    [InlineData("""{ "parts": { "$elemMatch": { "a": 3, "b": 5 } } }""", 6)]
    [InlineData("""{ "item": { "$regex": "^p.*r$" } }""", 3, 4)]
    [InlineData("""{ "$or": [{ "item": "paper" }, { "qty": { "$lt": 30 } }] }""", 1, 3)]
    [InlineData("""{ "$nor": [{ "tags": "red" }, { "qty": true }] }""", 4, 5)]
    [InlineData("""{ "$and": [{ "tags": "red" }, { "tags": "plain" }] }""", 3)]
    public void Find_QueryOfTheManual_MeansItsDocuments(string query, params int[] ids)
    {
        var plain = Collection(Inventory);
        Assert.Equal(ids, Ids(plain.Find(Json(query))));

        foreach (var path in new[] { "qty", "item", "tags", "dim", "size", "size.uom", "parts.a" })
        {
            var indexed = Collection(Inventory);
            indexed.CreateIndex(path);
            Assert.Equal(ids, Ids(indexed.Find(Json(query))));
        }
    }

    [Theory]
    [InlineData("""{ "qty": { "$greater": 3 } }""", "there is no operator $greater; there are $eq, $ne")]
    [InlineData("""{ "$xor": [] }""", "there is no operator $xor")]
    [InlineData("""{ "$or": [] }""", "$or expects an array of queries, at least one, got []")]
    [InlineData("""{ "tags": { "$in": "red" } }""", "$in expects an array, got \"red\"")]
    [InlineData("""{ "item": { "$regex": "(" } }""", "\"(\" is no pattern")]
    [InlineData("""{ "tags": { "$size": "two" } }""", "$size expects a whole number")]
    public void Find_WrongQuery_SaysWhatWasExpected(string query, string message) =>
        Assert.Contains(
            message, Assert.Throws<ArgumentException>(() => Collection(Inventory).Find(Json(query))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Find_RandomQueriesWithAndWithoutIndexes_FindTheSameAndReadLess()
    {
        var random = new Random(7);
        JsonNode Value() => random.Next(5) switch
        {
            0 => $"{(char)('a' + random.Next(6))}",
            1 => random.Next(10) / 2.0,
            2 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)random.Next(10))]),
            _ => random.Next(10),
        };
        var documents = Enumerable.Range(0, 300).Select(i =>
        {
            var document = new JsonObject { ["_id"] = i };
            foreach (var field in new[] { "x", "y" }.Where(_ => random.Next(8) > 0)) document[field] = Value();
            return document.ToJsonString();
        }).ToArray();
        var (plain, indexed) = (Collection(documents), Collection(documents));
        indexed.CreateIndex("x");
        indexed.CreateIndex("y");
        var read = 0;
        for (var i = 0; i < 400; i++)
        {
            var query = new JsonObject();
            foreach (var field in new[] { "x", "y" }.Where(_ => random.Next(3) > 0))
                query[field] = random.Next(6) switch
                {
                    0 => new JsonObject { ["$in"] = new JsonArray(Value(), Value()) },
                    1 => new JsonObject { ["$gt"] = random.Next(10), ["$lte"] = random.Next(10) },
                    2 => new JsonObject { ["$lt"] = Value() },
                    3 => new JsonObject { ["$gte"] = Value() },
                    4 => null,
                    _ => Value(),
                };
            if (random.Next(4) == 0)
                (plain, indexed).Both(one => one.Update(
                    new JsonObject { ["_id"] = i % 300 },
                        new JsonObject { ["$set"] = new JsonObject { ["x"] = i % 10 } }));

            Assert.Equal(Ids(plain.Find(query)), Ids(indexed.Find(query)));

            var plan = indexed.Explain(query);
            Assert.Equal(plain.Explain(query).DocumentsFound, plan.DocumentsFound);
            Assert.Equal(query.Count > 0, plan.Index is not null);
            read += plan.DocumentsRead;
        }
        Assert.InRange(read, 1, 400 * 300 / 2);
    }

    [Fact]
    public void Find_ById_ReadsOneDocument() =>
        Assert.Equal(new QueryPlan("_id", 1, 1), Collection(Inventory).Explain(Json("""{ "_id": 3 }""")));

    [Fact]
    public void Find_Options_SortSkipLimitAndProject()
    {
        var inventory = Collection(Inventory);
        var found = inventory.Find(null, new FindOptions
        {
            Sort = [("size.uom", false), ("qty", true)],
            Skip = 2,
            Limit = 3,
            Fields = ["qty"],
        });

        // Documents without the path come first, then cm (75, 25), then in (100, 50).
        Assert.Equal(
            ["""{"_id":4,"qty":75}""", """{"_id":1,"qty":25}""", """{"_id":3,"qty":100}"""],
            found.Select(document => document.ToJsonString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => inventory.Find(null, new FindOptions { Skip = -1 }));
    }

    [Theory]
    [InlineData("""{ "$set": { "b.c": [1] } }""", """{"_id":1,"a":2,"t":["x"],"b":{"c":[1]}}""")]
    [InlineData("""{ "$unset": { "a": "" } }""", """{"_id":1,"t":["x"]}""")]
    [InlineData("""{ "$inc": { "a": -5, "n": 1 } }""", """{"_id":1,"a":-3,"t":["x"],"n":1}""")]
    [InlineData("""{ "$mul": { "a": 1.5 } }""", """{"_id":1,"a":3,"t":["x"]}""")]
    [InlineData("""{ "$min": { "a": 1 } }""", """{"_id":1,"a":1,"t":["x"]}""")]
    [InlineData("""{ "$max": { "a": 1, "z": 0 } }""", """{"_id":1,"a":2,"t":["x"],"z":0}""")]
    [InlineData("""{ "$push": { "t": "x", "u": 1 } }""", """{"_id":1,"a":2,"t":["x","x"],"u":[1]}""")]
    [InlineData("""{ "$push": { "t": { "$each": [1, 2] } } }""", """{"_id":1,"a":2,"t":["x",1,2]}""")]
    [InlineData("""{ "$addToSet": { "t": { "$each": ["x", "y"] } } }""", """{"_id":1,"a":2,"t":["x","y"]}""")]
    [InlineData("""{ "$pull": { "t": "x" } }""", """{"_id":1,"a":2,"t":[]}""")]
    [InlineData("""{ "$rename": { "a": "b.a" } }""", """{"_id":1,"t":["x"],"b":{"a":2}}""")]
    public void Update_EachOperator_ChangesTheDocument(string update, string expected)
    {
        var one = Collection("""{ "_id": 1, "a": 2, "t": ["x"] }""");
        Assert.Equal(new UpdateResult(1, 1), one.Update([], Json(update)));
        Assert.Equal(expected, one.Find()[0].ToJsonString());
    }

    [Theory]
    [InlineData("""{ "a": 3 }""", "expected update operators")]
    [InlineData("""{ "$inc": { "t": 1 } }""", "$inc expects a number at t, found [\"x\"]")]
    [InlineData("""{ "$push": { "a": 1 } }""", "$push expects an array at a, found 2")]
    [InlineData("""{ "$set": { "a.b": 1 } }""", "and only objects have fields")]
    [InlineData("""{ "$set": { "_id": 2 } }""", "_id names the document")]
    [InlineData("""{ "$double": { "a": 1 } }""", "there is no update operator $double")]
    public void Update_ThatDoesNotFit_ChangesNothing(string update, string message)
    {
        var two = Collection("""{ "_id": 0, "t": 1, "a": [] }""", """{ "_id": 1, "a": 2, "t": ["x"] }""");
        var before = two.Find().Select(document => document.ToJsonString()).ToList();
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => two.Update([], Json(update))).Message,
            StringComparison.Ordinal);
        Assert.Equal(before, two.Find().Select(document => document.ToJsonString()));
    }

    [Fact]
    public void Insert_IdThatIsThere_InsertsNoneOfTheBatch()
    {
        var inventory = Collection(Inventory);
        Assert.Throws<ArgumentException>(() => inventory.Insert(new JsonObject(), new JsonObject { ["_id"] = 3.0 }));
        Assert.Throws<ArgumentException>(
            () => inventory.Insert(Json("""{ "_id": "a" }"""), Json("""{ "_id": "a" }""")));
        Assert.Equal(6, inventory.Count);
        // A batch that failed has used up its id.
        Assert.Equal("7", inventory.Insert(new JsonObject())[0].ToJsonString());
    }

    [Fact]
    public void Insert_DocumentChangedAfterwards_IsNotAffected()
    {
        var one = Collection();
        var document = new JsonObject { ["n"] = 1 };
        one.Insert(document);
        document["n"] = 2;
        one.Find()[0]["n"] = 3;
        Assert.Equal(1, (int)one.Find()[0]["n"]!);
        Assert.Throws<ArgumentException>(() => one.Insert(new JsonObject { ["n"] = double.NaN }));
    }

    [Fact]
    public void UniqueIndex_SecondDocumentWithAValue_IsRefused()
    {
        var users = Collection("""{ "_id": 1, "mail": "a@x" }""", """{ "_id": 2, "mail": "b@x" }""");
        users.CreateIndex("mail", isUnique: true);

        Assert.Contains("mail is unique", Assert.Throws<ArgumentException>(() =>
            users.Insert(Json("""{ "mail": "c@x" }"""), Json("""{ "mail": "b@x" }"""))).Message,
                StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => users.Insert(Json("""{ "mail": 1 }"""), Json("""{ "mail": 1.0 }""")));
        Assert.Throws<ArgumentException>(() => users.Update([], Json("""{ "$set": { "mail": "d@x" } }""")));
        Assert.Equal(2, users.Count);
        users.Replace(Json("""{ "_id": 1, "mail": "a@x", "n": 1 }"""));
        users.Delete(Json("""{ "_id": 2 }"""));
        users.Insert(Json("""{ "mail": "b@x" }"""));
        Assert.Equal(2, users.Count);
    }

    [Fact]
    public void CreateIndex_TwiceOrAgainstTheData_IsRefused()
    {
        var inventory = Collection(Inventory);
        Assert.Throws<ArgumentException>(() => inventory.CreateIndex("size.uom", isUnique: true));
        inventory.CreateIndex("qty");
        Assert.Throws<ArgumentException>(() => inventory.CreateIndex("qty"));
        Assert.Throws<ArgumentException>(() => inventory.CreateIndex("_id"));
        Assert.Equal(["qty"], inventory.Indexes);
    }

    [Fact]
    public void Compact_AfterManyUpdates_KeepsTheDocumentsInLessSpace()
    {
        var files = new MemoryFiles();
        var counters = new DocumentStore(files).Collection("counters");
        counters.Insert(new JsonObject { ["n"] = 0 });
        for (var i = 0; i < 50; i++) counters.Update([], Json("""{ "$inc": { "n": 1 } }"""));
        var before = files.Read("counters.documents").Length;

        counters.Compact();

        Assert.True(files.Read("counters.documents").Length < before / 20);
        Assert.Equal(50, (int)new DocumentStore(files).Collection("counters").Find()[0]["n"]!);
    }

    private static DocumentCollection Collection(params string[] documents)
    {
        var collection = new DocumentStore(new MemoryFiles()).Collection("test");
        collection.Insert(documents.Select(Json));
        return collection;
    }

    private static IEnumerable<int> Ids(IEnumerable<JsonObject> documents) =>
        documents.Select(document => (int)document["_id"]!);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}

file static class Pairs
{
    public static void Both<T>(this (T, T) pair, Action<T> action)
    {
        action(pair.Item1);
        action(pair.Item2);
    }
}
