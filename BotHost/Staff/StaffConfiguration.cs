using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatDesk.BotHost.Staff;

internal sealed class StaffConfiguration
    : IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<Department>,
      IEntityTypeConfiguration<StaffTeam>, IEntityTypeConfiguration<StaffEstate>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.HasIndex(member => member.WeComUserId).IsUnique();
        builder.Property(member => member.Roles).HasConversion<int>();
        builder.HasMany(member => member.Shifts).WithOne().HasForeignKey(shift => shift.StaffMemberId);
        builder.HasMany(member => member.Teams).WithOne().HasForeignKey(team => team.StaffMemberId);
        builder.HasMany(member => member.Estates).WithOne().HasForeignKey(estate => estate.StaffMemberId);
    }

    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.Property(shift => shift.From).HasConversion<long>();
        builder.Property(shift => shift.To).HasConversion<long>();
    }

    public void Configure(EntityTypeBuilder<Team> builder) =>
        builder.HasIndex(team => team.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Department> builder) =>
        builder.HasIndex(department => department.Code).IsUnique();

    public void Configure(EntityTypeBuilder<StaffTeam> builder)
    {
        builder.HasKey(team => new { team.StaffMemberId, team.TeamId });
        builder.HasOne<Team>().WithMany().HasForeignKey(team => team.TeamId);
    }

    public void Configure(EntityTypeBuilder<StaffEstate> builder)
    {
        builder.HasKey(estate => new { estate.StaffMemberId, estate.EstateId });
        builder.HasOne<Estates.Estate>().WithMany().HasForeignKey(estate => estate.EstateId);
    }
}
