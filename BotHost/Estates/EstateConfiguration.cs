using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Estates;

internal sealed class EstateConfiguration
    : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<Estate>, IEntityTypeConfiguration<Building>, IEntityTypeConfiguration<Unit>,
      IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<PublicArea>, IEntityTypeConfiguration<OwnerGroup>, IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Company> builder) =>
        builder.Property(company => company.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Estate> builder) =>
        builder.HasIndex(estate => estate.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Building> builder)
    {
        builder.HasOne<Estate>().WithMany().HasForeignKey(building => building.EstateId);
        builder.HasIndex(building => new { building.EstateId, building.Phase, building.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasOne<Building>().WithMany().HasForeignKey(unit => unit.BuildingId);
        builder.HasIndex(unit => new { unit.BuildingId, unit.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.HasOne<Unit>().WithMany().HasForeignKey(room => room.UnitId);
        builder.HasIndex(room => new { room.UnitId, room.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PublicArea> builder)
    {
        builder.HasOne<Estate>().WithMany().HasForeignKey(area => area.EstateId);
        builder.HasIndex(area => new { area.EstateId, area.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OwnerGroup> builder)
    {
        builder.HasOne<Estate>().WithMany().HasForeignKey(group => group.EstateId);
        builder.HasIndex(group => group.ChatId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.HasOne<Estate>().WithMany().HasForeignKey(device => device.EstateId);
        builder.HasIndex(device => new { device.EstateId, device.Code }).IsUnique();
    }
}
