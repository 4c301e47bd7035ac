namespace SparkAnalytics.Delta.Tests;

public sealed class LocalFileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delta-").FullName;
    private readonly LocalFileStore store = new();

    [Fact]
    public void TryPutIfAbsent_WhenFileExists_LeavesItAndNoOtherFile()
    {
        Assert.True(store.TryPutIfAbsent(folder + "/a", "first"u8.ToArray()));
        Assert.False(store.TryPutIfAbsent(folder + "/a", "second"u8.ToArray()));

        Assert.Equal("first", File.ReadAllText(folder + "/a"));
        Assert.Equal(folder + "/a", Assert.Single(Directory.GetFileSystemEntries(folder)));
    }

    [Fact]
    public void TryPutIfAbsent_WhenDirectoryIsMissing_ThrowsIOException() =>
        Assert.ThrowsAny<IOException>(() => store.TryPutIfAbsent(folder + "/missing/a", new byte[1]));

    [Fact]
    public void Put_WhenFileExists_ReplacesIt()
    {
        store.Put(folder + "/a", "first"u8.ToArray());
        store.Put(folder + "/a", "2"u8.ToArray());

        Assert.Equal("2", File.ReadAllText(folder + "/a"));
        Assert.Equal((folder + "/a", "a", 1L), (store.Find(folder + "/a")!.Path, store.Find(folder + "/a")!.Name, store.Find(folder + "/a")!.Size));
    }

    [Fact]
    public void List_GivesFilesOfTheDirectoryOnly_AndRecursivelyAll()
    {
        store.CreateDirectory(folder + "/x/y");
        store.Put(folder + "/a", new byte[3]);
        store.Put(folder + "/x/y/b", new byte[4]);
        store.Sync([folder + "/a", folder + "/x/y/b"]);

        Assert.Equal([folder + "/a"], store.List(folder));
        Assert.Equal([folder + "/a", folder + "/x/y/b"], store.ListRecursively(folder).Select(file => file.Path).Order());
        Assert.Empty(store.List(folder + "/none"));
        Assert.Empty(store.ListRecursively(folder + "/none"));
        Assert.Null(store.Find(folder + "/none"));
    }

    [Fact]
    public void ListRecursively_DoesNotFollowLinksToDirectories()
    {
        store.CreateDirectory(folder + "/x");
        store.Put(folder + "/x/.hidden", new byte[1]);
        _ = Directory.CreateSymbolicLink(folder + "/x/around", folder);

        Assert.Equal(folder + "/x/.hidden", Assert.Single(store.ListRecursively(folder)).Path);
    }

    [Fact]
    public void Delete_OfMissingFile_DoesNothing()
    {
        store.Delete(folder + "/none");
        store.Delete(folder + "/none/none");
        Assert.False(store.DeleteDirectoryIfEmpty(folder + "/none"));
        store.CreateDirectory(folder + "/x");
        Assert.True(store.DeleteDirectoryIfEmpty(folder + "/x"));
    }

    [Theory]
    [InlineData("file:///a/b%20c/", "/a/b c")]
    [InlineData("file:/a", "/a")]
    [InlineData("/a/../b//c", "/b/c")]
    [InlineData("/", "/")]
    public void Normalize_OfPathOrUri_GivesPlainPath(string location, string expected) => Assert.Equal(expected, store.Normalize(location));

    [Fact]
    public void Normalize_OfAnotherScheme_IsRefused() => Assert.Throws<ArgumentException>(() => store.Normalize("s3://bucket/table"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
