using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatDesk.BotHost.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    EstateId = table.Column<int>(type: "int", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
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
