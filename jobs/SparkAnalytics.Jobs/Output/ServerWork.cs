namespace SparkAnalytics.Jobs.Output;

/// <summary>What a server has done of its running work so far, by whichever engine tells it.</summary>
internal sealed record ServerWork(int Stages, int DoneStages, long Tasks, long DoneTasks, long BytesRead);
