using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatDesk.BotHost.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DailyScreens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeskAudit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EstateId = table.Column<int>(type: "INTEGER", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskAudit", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_At",
                table: "DeskAudit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_Subject",
                table: "DeskAudit",
                column: "Subject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskAudit");
        }
    }
}
