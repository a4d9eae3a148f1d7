using System.Net;
using ChatDesk.BotHost.Data;
using ChatDesk.BotHost.Progress;
using ChatDesk.BotHost.Tickets;
using ChatDesk.Tests.Fixtures;

namespace ChatDesk.Tests.BotHost.Pages;

public sealed class PrivatePhotoTests
{
    [Theory, OnEachDatabase]
    public async Task A_photo_taken_in_the_home_opens_to_the_last_digits_of_the_owners_phone(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        var photo = await StepAsync(estate, isPrivate: true);
        using var browser = estate.OpenBrowser();
        var before = await browser.ReadAsync($"/t/{estate.Token}");
        using var closed = await browser.GetAsync($"/files/{photo}");

        using var opened = await browser.PostAsync($"/t/{estate.Token}", ("digits", "1234"));
        var after = await browser.ReadAsync($"/t/{estate.Token}");
        using var shown = await browser.GetAsync($"/files/{photo}");

        Assert.DoesNotContain(photo, before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Contains(photo, after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory, OnEachDatabase]
    public async Task A_photo_of_a_public_place_needs_the_link_and_no_digits(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        var photo = await StepAsync(estate, isPrivate: false);
        using var browser = estate.OpenBrowser();
        using var stranger = await browser.GetAsync($"/files/{photo}");

        var page = await browser.ReadAsync($"/t/{estate.Token}");
        using var shown = await browser.GetAsync($"/files/{photo}");

        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Contains(photo, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task After_three_wrong_tries_the_right_digits_open_nothing_until_the_next_day(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        await StepAsync(estate, isPrivate: true);
        using var browser = estate.OpenBrowser();
        foreach (var wrong in new[] { "0000", "1111", "2222" })
            (await browser.PostAsync($"/t/{estate.Token}", ("digits", wrong))).Dispose();

        using var sameDay = await browser.PostAsync($"/t/{estate.Token}", ("digits", "1234"));
        estate.Desk.Clock.Advance(TimeSpan.FromHours(14));
        using var nextDay = await browser.PostAsync($"/t/{estate.Token}", ("digits", "1234"));

        Assert.Contains("今天的尝试次数已用完", await sameDay.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, nextDay.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task Guesses_sent_all_at_once_get_no_more_than_three_tries(DatabaseProvider provider)
    {
        await using var estate = await PhoneEstate.StartAsync(provider);
        var unlock = (UnlockPhotos)estate.Desk.Services.GetService(typeof(UnlockPhotos))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => unlock.RunAsync(estate.Number, $"900{i % 10}", CancellationToken.None)));

        Assert.Equal(UnlockPhotos.TriesPerDay, outcomes.Count(outcome => outcome == UnlockOutcome.Wrong));
        Assert.Equal(12 - UnlockPhotos.TriesPerDay, outcomes.Count(outcome => outcome == UnlockOutcome.TooMany));
    }

    private static async Task<string> StepAsync(PhoneEstate estate, bool isPrivate)
    {
        var photo = await estate.PhotoAsync(isPrivate);
        await estate.ActAsync(new(TicketAction.Accept));
        await estate.ActAsync(new(TicketAction.Step) { Text = "检测漏点", Files = [photo] });
        return photo.Key;
    }
}
