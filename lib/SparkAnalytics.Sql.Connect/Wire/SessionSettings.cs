using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Settings that a session gets before anything else: those that results depend on, then the user's.</summary>
internal static class SessionSettings
{
    /// <summary>The server writes each plan down several times, and anew after every stage; ours have long lists in them and would come to megabytes.</summary>
    public static readonly IReadOnlyDictionary<string, string> ShortPlans = new Dictionary<string, string> { [Fields] = "0", [Length] = "10000" };

    /// <summary>For people who ask to see a plan.</summary>
    public static readonly IReadOnlyDictionary<string, string> LongPlans = new Dictionary<string, string> { [Fields] = "1000", [Length] = "100000000" };

    private const string Fields = "spark.sql.debug.maxToStringFields";
    private const string Length = "spark.sql.maxPlanStringLength";
    private const string SqlOnFiles = "spark.sql.runSQLOnFiles";
    private const string Prefix = "spark.sql.";

    private static readonly Dictionary<string, string> s_fixed = new()
    {
        ["spark.sql.session.timeZone"] = "UTC",
        ["spark.sql.ansi.enabled"] = "true",
        ["spark.sql.caseSensitive"] = "false",
        ["spark.sql.parquet.outputTimestampType"] = "TIMESTAMP_MICROS",
        ["spark.sql.files.ignoreCorruptFiles"] = "false",
        ["spark.sql.files.ignoreMissingFiles"] = "false",
    };

    /// <summary>What the server's own settings, or a caller's configuration, may say otherwise.</summary>
    private static readonly Dictionary<string, string> s_defaults = new()
    {
        // Rows of text are told apart by their position from one query to the next, so files must be split alike however many executors there are.
        // Each task generates the code of a long plan anew, so small files are not worth many.
        ["spark.sql.files.minPartitionNum"] = "8",

        // HotSpot compiles no method of more than 8,000 bytes unless it is told to; Spark puts up with 65,535 before it takes smaller ones, which are interpreted for each row then.
        ["spark.sql.codegen.hugeMethodLimit"] = "8000",

        // VACUUM lists folders in that many tasks, 10,000 by default, which takes minutes where there are few folders and few processors.
        ["spark.sql.sources.parallelPartitionDiscovery.parallelism"] = "8",
    };

    /// <summary>Asks for the settings of queries that the server was started with, and for no others: there may be secrets among them.</summary>
    public static ConfigRequest Question(SparkConnection connection) => Of(connection, new() { GetAll = new() { Prefix = Prefix } });

    /// <summary>Sets what a session needs.</summary>
    /// <param name="connection">The session.</param>
    /// <param name="ofServer">The answer to <see cref="Question"/>, in which names lack the prefix.</param>
    public static ConfigRequest Request(SparkConnection connection, IEnumerable<KeyValue> ofServer)
    {
        var set = new ConfigRequest.Types.Set();
        var own = ofServer.Select(setting => Prefix + setting.Key).ToHashSet(StringComparer.Ordinal);
        var defaults = s_defaults.Where(setting => !own.Contains(setting.Key));
        var given = connection.Options.Configuration.Where(setting => !s_fixed.ContainsKey(setting.Key));
        var onFiles = new Dictionary<string, string> { [SqlOnFiles] = connection.Options.OnlyViews ? "false" : "true" };
        set.Pairs.AddRange(defaults.Concat(s_fixed).Concat(ShortPlans).Concat(onFiles).Concat(given).Select(setting => new KeyValue { Key = setting.Key, Value = setting.Value }));
        return Of(connection, new() { Set = set });
    }

    private static ConfigRequest Of(SparkConnection connection, ConfigRequest.Types.Operation operation) =>
        new() { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType, Operation = operation };
}
