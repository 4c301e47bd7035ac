using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Settings of the session on the server.</summary>
internal sealed class SessionConfiguration(SparkConnection connection)
{
    public void Set(IReadOnlyDictionary<string, string> settings)
    {
        if (settings.Count == 0)
        {
            return;
        }

        var set = new ConfigRequest.Types.Set();
        set.Pairs.AddRange(settings.Select(setting => new KeyValue { Key = setting.Key, Value = setting.Value }));
        Ask(new() { Set = set });
    }

    public void Unset(params IReadOnlyCollection<string> keys)
    {
        if (keys.Count > 0)
        {
            var unset = new ConfigRequest.Types.Unset();
            unset.Keys.AddRange(keys);
            Ask(new() { Unset = unset });
        }
    }

    /// <summary>A setting's value, or null where it has none.</summary>
    public string? Get(string key) => Ask(new() { GetOption = new() { Keys = { key } } }).Pairs.FirstOrDefault() is { HasValue: true } pair ? pair.Value : null;

    private ConfigResponse Ask(ConfigRequest.Types.Operation operation)
    {
        var request = new ConfigRequest { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType, Operation = operation };
        return connection.Call((stub, options) => stub.Config(request, options));
    }
}
