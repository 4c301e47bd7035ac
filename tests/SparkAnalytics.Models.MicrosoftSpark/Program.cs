using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Settings;

var (input, lakehouse, settings) = (args[0], args[1], SettingsLoader.Load());
using var spark = SparkSession.Builder().Config("spark.sql.session.timeZone", "UTC").GetOrCreate();
var none = Lit(null).Cast("string");
var raw = spark.Read().Option("header", true).Option("multiLine", true).Option("escape", "\"").Csv(input)
    .Select([.. RawEvents.Columns.Select(name => Col(name)), none.As(RawEvents.RawText), none.As(RawEvents.RawMd5), InputFileName().As(RawEvents.SourceFile)]);
var clock = Lit(new Timestamp(TimeProvider.System.GetUtcNow().UtcDateTime));
var tables = new StepInputs(RawEvents.Check(raw, settings.Analytics, settings.Channels, clock), settings.Analytics, settings.Channels);
foreach (var step in ModelSteps.All)
{
    var path = $"{lakehouse}/{step.Table.Name}";
    step.Plan(tables).Write().Format("delta").Mode("overwrite").Save(path);
    tables[step.Table] = spark.Read().Format("delta").Load(path);
}
