global using SparkAnalytics.Sql.Tests.Support;
global using static SparkAnalytics.Sql.Functions;
global using Window = SparkAnalytics.Sql.Expressions.Window;
