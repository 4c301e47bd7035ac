using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Behaviour.Delta;
using SparkAnalytics.Sql.Behaviour.OwnFunctions;
using SparkAnalytics.Sql.Behaviour.Relations;
using SparkAnalytics.Sql.Behaviour.Sources;
using SparkAnalytics.Sql.Behaviour.SparkExpressions;
using SparkAnalytics.Sql.Connect.Tests.Support;

namespace SparkAnalytics.Sql.Connect.Tests;

public sealed class CompletenessTests(SparkFixture engine) : CompletenessBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class CsvTests(SparkFixture engine) : CsvBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class DeltaChangeTests(SparkFixture engine) : DeltaChangeBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class DeltaWriteTests(SparkFixture engine) : DeltaWriteBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class FileSourceTests(SparkFixture engine) : FileSourceBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class FirstMatchTests(SparkFixture engine) : FirstMatchBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class JsonMemberTests(SparkFixture engine) : JsonMemberBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class OwnFunctionTests(SparkFixture engine) : OwnFunctionBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class RelationTests(SparkFixture engine) : RelationBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class RunTests(SparkFixture engine) : RunBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class NestedValueTests(SparkFixture engine) : NestedValueBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class SparkExpressionTests(SparkFixture engine) : SparkExpressionBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class StrictInputTests(SparkFixture engine) : StrictInputBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class StrictJsonTests(SparkFixture engine) : StrictJsonBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class TextConversionTests(SparkFixture engine) : TextConversionBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class UrlTests(SparkFixture engine) : UrlBehaviour(engine), IClassFixture<SparkFixture>;

public sealed class WideDecimalTests(SparkFixture engine) : WideDecimalBehaviour(engine), IClassFixture<SparkFixture>;
