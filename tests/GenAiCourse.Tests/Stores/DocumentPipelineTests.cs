using System.Text.Json.Nodes;
using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public class DocumentPipelineTests
{
    private static readonly string[] Sales =
    [
        """{ "_id": 1, "item": "abc", "price": 10, "quantity": 2, "day": "Mon", "tags": ["a", "b"] }""",
        """{ "_id": 2, "item": "jkl", "price": 20, "quantity": 1, "day": "Mon", "tags": [] }""",
        """{ "_id": 3, "item": "xyz", "price": 5, "quantity": 10, "day": "Tue" }""",
        """{ "_id": 4, "item": "xyz", "price": 5, "quantity": 20, "day": "Tue", "tags": ["b"] }""",
        """{ "_id": 5, "item": "abc", "price": 10, "quantity": 10, "day": "Wed", "tags": "c" }""",
    ];

    [Theory]
    // The totals of the manual's $group example: sales by item are 120, 20 and 150.
    [InlineData("""[{ "$group": { "_id": "$item", "total": { "$sum": { "$multiply": ["$price", "$quantity"] } } } }]""",
        """{"_id":"abc","total":120}""", """{"_id":"jkl","total":20}""", """{"_id":"xyz","total":150}""")]
    [InlineData("""
        [{ "$group": { "_id": null, "n": { "$count": {} }, "mean": { "$avg": "$quantity" },
        "most": { "$max": "$quantity" } } }]
        """,
        """{"_id":null,"n":5,"mean":8.6,"most":20}""")]
    [InlineData("""
        [{ "$group": { "_id": "$day", "items": { "$push": "$item" }, "kinds": { "$addToSet": "$item" },
        "first": { "$first": "$_id" }, "last": { "$last": "$_id" } } }, { "$sort": { "_id": -1 } },
        { "$limit": 2 }]
        """,
        """{"_id":"Wed","items":["abc"],"kinds":["abc"],"first":5,"last":5}""",
        """{"_id":"Tue","items":["xyz","xyz"],"kinds":["xyz"],"first":3,"last":4}""")]
    [InlineData("""
        [{ "$match": { "price": { "$lt": 10 } } }, { "$project": { "item": 1,
        "worth": { "$multiply": ["$price", "$quantity"] } } }]
        """,
        """{"_id":3,"item":"xyz","worth":50}""", """{"_id":4,"item":"xyz","worth":100}""")]
    [InlineData("""
        [{ "$unwind": "$tags" }, { "$group": { "_id": "$tags", "n": { "$sum": 1 } } }, { "$sort": { "n": -1,
        "_id": 1 } }]
        """,
        """{"_id":"b","n":2}""", """{"_id":"a","n":1}""", """{"_id":"c","n":1}""")]
    [InlineData("""[{ "$match": { "day": "Mon" } }, { "$count": "mondays" }]""", """{"mondays":2}""")]
    [InlineData("""[{ "$skip": 4 }, { "$project": { "price": 0, "quantity": 0, "tags": 0 } }]""",
        """{"_id":5,"item":"abc","day":"Wed"}""")]
    [InlineData("""
        [{ "$limit": 1 }, { "$addFields": { "name": { "$concat": [{ "$toUpper": "$item" }, "-", "$day"] },
        "half": { "$divide": ["$price", 4] }, "tags": { "$size": "$tags" }, "less": { "$subtract": ["$price",
        1] } } }, { "$project": { "_id": 0, "name": 1, "half": 1, "tags": 1, "less": 1 } }]
        """,
        """{"name":"ABC-Mon","half":2.5,"tags":2,"less":9}""")]
    [InlineData("""
        [{ "$limit": 2 }, { "$project": { "_id": 0, "dear": { "$cond": [{ "$gt": ["$price", 15] }, "yes",
        "no"] }, "note": { "$ifNull": ["$note", "none"] }, "sum": { "$add": ["$price", "$none"] } } }]
        """,
        """{"dear":"no","note":"none","sum":null}""", """{"dear":"yes","note":"none","sum":null}""")]
    public void Aggregate_Stages_GiveTheDocuments(string stages, params string[] expected)
    {
        var sales = new DocumentStore(new MemoryFiles()).Collection("sales");
        sales.Insert(Sales.Select(text => JsonNode.Parse(text)!.AsObject()));
        Assert.Equal(expected, sales.Aggregate(Stages(stages)).Select(document => document.ToJsonString()));
    }

    [Fact]
    public void Aggregate_Lookup_JoinsAnotherCollection()
    {
        var store = new DocumentStore(new MemoryFiles());
        store.Collection("stock").Insert(
            new JsonObject { ["_id"] = "abc", ["left"] = 3 }, new JsonObject { ["_id"] = "xyz", ["left"] = 0 });
        var orders = store.Collection("orders");
        orders.Insert(
            new JsonObject { ["items"] = new JsonArray("abc", "xyz") }, new JsonObject { ["items"] = "none" });

        var joined = orders.Aggregate(Stages(
            """[{ "$lookup": { "from": "stock", "localField": "items", "foreignField": "_id", "as": "stock" } }]"""));

        Assert.Equal("""[{"_id":"abc","left":3},{"_id":"xyz","left":0}]""", joined[0]["stock"]!.ToJsonString());
        Assert.Equal("[]", joined[1]["stock"]!.ToJsonString());
    }

    [Fact]
    public void Aggregate_Groups_EqualLinq()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 500).Select(_ => (Key: random.Next(20), Value: random.Next(1000))).ToList();
        var things = new DocumentStore(new MemoryFiles()).Collection("things");
        things.Insert(rows.Select(row => new JsonObject { ["key"] = row.Key, ["value"] = row.Value }));

        var totals = things.Aggregate(Stages(
            """
                [{ "$group": { "_id": "$key", "sum": { "$sum": "$value" }, "mean": { "$avg": "$value" },
                "least": { "$min": "$value" } } }]
                """));

        Assert.Equal(
            rows.GroupBy(row => row.Key).Select(group =>
                (group.Key, group.Sum(row => row.Value), group.Average(row => row.Value), group.Min(row => row.Value))),
            totals.Select(
                total => ((int)total["_id"]!, (int)total["sum"]!, (double)total["mean"]!, (int)total["least"]!)));
    }

    [Theory]
    [InlineData("""[{ "$where": "x" }]""", "there is no stage $where; there are $match")]
    [InlineData("""[{}]""", "a stage has one operator, got {}")]
    [InlineData("""[{ "$group": { "n": { "$sum": 1 } } }]""", "$group expects _id")]
    [InlineData("""[{ "$group": { "_id": null, "n": { "$median": 1 } } }]""", "there is no total $median")]
    [InlineData("""[{ "$project": { "x": { "$power": [1, 2] } } }]""", "there is no expression $power")]
    [InlineData("""[{ "$project": { "x": { "$divide": ["$price", 0] } } }]""", "the divisor is 0")]
    [InlineData("""[{ "$project": { "x": { "$add": ["$item", 1] } } }]""", "$add expects numbers, got \"abc\"")]
    [InlineData("""[{ "$unwind": "tags" }]""", "$unwind expects \"$path\"")]
    [InlineData("""[{ "$limit": -1 }]""", "$limit expects a whole number")]
    [InlineData("""[{ "$lookup": { "from": "x" } }]""", "$lookup expects \"localField\"")]
    public void Aggregate_WrongStage_SaysWhatThereIs(string stages, string message)
    {
        var sales = new DocumentStore(new MemoryFiles()).Collection("sales");
        sales.Insert(Sales.Select(text => JsonNode.Parse(text)!.AsObject()));
        Assert.Contains(
            message, Assert.Throws<ArgumentException>(() => sales.Aggregate(Stages(stages))).Message,
                StringComparison.Ordinal);
    }

    private static JsonObject[] Stages(string text) =>
        [.. JsonNode.Parse(text)!.AsArray().Select(stage => stage!.DeepClone().AsObject())];
}
