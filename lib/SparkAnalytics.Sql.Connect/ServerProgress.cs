namespace SparkAnalytics.Sql.Connect;

/// <summary>What a server has done of one operation so far.</summary>
/// <param name="Stages">Stages that the server has begun.</param>
/// <param name="DoneStages">Of these, the ones that are done.</param>
/// <param name="Tasks">Tasks of all stages begun.</param>
/// <param name="DoneTasks">Of these, the ones that are done.</param>
/// <param name="BytesRead">Bytes of input read by all stages.</param>
public sealed record ServerProgress(int Stages, int DoneStages, long Tasks, long DoneTasks, long BytesRead);
