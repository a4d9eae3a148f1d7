namespace ChatDesk.Channels.Sandbox.Phones;

/// <summary>The phones of owners and staff: what each shows, oldest first.</summary>
/// <remarks>A phone comes into being when somebody introduces it or first uses it.</remarks>
public sealed class SandboxPhones(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<State> _phones = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _seq;

    /// <summary>Counts every change on any phone.</summary>
    public long Version { get; private set; }

    /// <summary>Puts a phone on the playground. Naming it again changes name and role.</summary>
    /// <param name="kind">One of <see cref="PhoneKind"/>.</param>
    /// <param name="id">The openid or user id.</param>
    /// <param name="name">What people read.</param>
    /// <param name="role">Such as <c>owner</c>, <c>engineer</c>, <c>supervisor</c>, <c>housekeeper</c>.</param>
    /// <param name="phrases">What this person would say, ready to be tapped: an owner's home and the end of the phone number.</param>
    public void Introduce(string kind, string id, string name, string role, IReadOnlyList<string>? phrases = null) =>
        Change(kind, id, phone => (phone.Name, phone.Role, phone.Phrases, phone.Introduced) = (name, role, phrases ?? [], true));

    public IReadOnlyList<PhoneSummary> List()
    {
        lock (_gate)
            return [.. _phones.Select(p => p.Summary())];
    }

    /// <returns>The phone's screen, empty for a phone that nobody has used.</returns>
    public PhoneScreen Screen(string kind, string id)
    {
        lock (_gate)
        {
            var phone = Find(kind, id) ?? new State(kind, id);
            return new(phone.Summary(), Version, [.. phone.Items]);
        }
    }

    /// <returns>Null where nobody has introduced or used such a phone.</returns>
    internal PhoneSummary? Summary(string kind, string id)
    {
        lock (_gate)
            return Find(kind, id)?.Summary();
    }

    internal void SetFollowing(string kind, string id, bool following) => Change(kind, id, phone => phone.Following = following);

    internal PhoneItem Show(string kind, string id, PhoneItem item)
    {
        var shown = item;
        Change(kind, id, phone =>
        {
            shown = item with { Seq = ++_seq, At = clock.GetUtcNow() };
            phone.Items.Add(shown);
        });
        return shown;
    }

    /// <summary>Takes an item off a phone.</summary>
    internal void Remove(string kind, string id, long seq) => Change(kind, id, phone => phone.Items.RemoveAll(item => item.Seq == seq));

    /// <summary>Changes the cards of a message on these members' phones.</summary>
    /// <returns>The members who have no such card.</returns>
    internal IReadOnlyList<string> UpdateCards(string messageId, IEnumerable<string> userIds, Func<PhoneCard, PhoneCard> update)
    {
        lock (_gate)
        {
            var missing = userIds.Where(id => Find(PhoneKind.Staff, id) is not { } phone || !phone.Update(messageId, update)).ToList();
            Signal();
            return missing;
        }
    }

    internal IReadOnlyList<string> HoldersOf(string messageId)
    {
        lock (_gate)
            return [.. _phones.Where(p => p.Items.Any(i => i.Card?.MessageId == messageId)).Select(p => p.Id)];
    }

    /// <summary>Waits until something changed after <paramref name="version"/>.</summary>
    internal async Task<long> WaitAsync(long version, CancellationToken ct)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Version > version)
                    return Version;
                changed = _changed.Task;
            }

            await changed.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private State? Find(string kind, string id) =>
        _phones.Find(p => p.Kind == kind && string.Equals(p.Id, id, State.Comparison(kind)));

    private void Change(string kind, string id, Action<State> change)
    {
        lock (_gate)
        {
            var phone = Find(kind, id);
            if (phone is null)
                _phones.Add(phone = new(kind, id));
            change(phone);
            Signal();
        }
    }

    private void Signal()
    {
        Version++;
        _changed.SetResult();
        _changed = NewSignal();
    }

    private sealed class State(string kind, string id)
    {
        public string Kind { get; } = kind;

        public string Id { get; } = id;

        public string Name { get; set; } = id;

        public string Role { get; set; } = kind;

        public IReadOnlyList<string> Phrases { get; set; } = [];

        public bool Introduced { get; set; }

        public bool Following { get; set; } = kind == PhoneKind.Staff;

        public List<PhoneItem> Items { get; } = [];

        // WeCom does not tell user ids apart by case; openids it does.
        public static StringComparison Comparison(string kind) =>
            kind == PhoneKind.Staff ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

        public PhoneSummary Summary() => new(Kind, Id, Name, Role, Phrases, Introduced, Following, Items.Count == 0 ? 0 : Items[^1].Seq);

        public bool Update(string messageId, Func<PhoneCard, PhoneCard> update)
        {
            var index = Items.FindIndex(i => i.Card?.MessageId == messageId);
            if (index < 0)
                return false;
            Items[index] = Items[index] with { Card = update(Items[index].Card!) };
            return true;
        }
    }
}
