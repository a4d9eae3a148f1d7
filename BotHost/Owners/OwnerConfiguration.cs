using ChatDesk.BotHost.Estates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Owners;

internal sealed class OwnerConfiguration
    : IEntityTypeConfiguration<Owner>, IEntityTypeConfiguration<OwnerHome>, IEntityTypeConfiguration<BindingTry>
{
    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.HasIndex(owner => owner.WeChatOpenId);
        builder.HasIndex(owner => owner.Phone);
        builder.HasMany(owner => owner.Homes).WithOne().HasForeignKey(home => home.OwnerId);
    }

    public void Configure(EntityTypeBuilder<OwnerHome> builder)
    {
        builder.HasKey(home => new { home.OwnerId, home.RoomId });
        builder.HasOne<Room>().WithMany().HasForeignKey(home => home.RoomId);
        builder.HasIndex(home => home.RoomId);
    }

    public void Configure(EntityTypeBuilder<BindingTry> builder)
    {
        builder.HasIndex(attempt => new { attempt.RoomId, attempt.At });
        builder.HasIndex(attempt => new { attempt.ConversationId, attempt.At });
    }
}
