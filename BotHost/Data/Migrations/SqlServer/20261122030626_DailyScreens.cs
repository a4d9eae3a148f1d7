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
            migrationBuilder.AddColumn<string>(
                name: "Pause",
                table: "Ticket",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedUntil",
                table: "Ticket",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Estate",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Latitude",
                table: "Estate",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Longitude",
                table: "Estate",
                type: "float",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "Material",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EstateId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Price = table.Column<decimal>(type: "decimal(10,2)", precision: 10, scale: 2, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IsOffered = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Material", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Material_Estate_EstateId",
                        column: x => x.EstateId,
                        principalTable: "Estate",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkEntry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    WeComUserId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkEntry_Ticket_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Ticket",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ticket_PausedUntil",
                table: "Ticket",
                column: "PausedUntil");

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_At",
                table: "DeskAudit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_Subject",
                table: "DeskAudit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_Material_EstateId_Name",
                table: "Material",
                columns: new[] { "EstateId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkEntry_Key",
                table: "WorkEntry",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkEntry_TicketId",
                table: "WorkEntry",
                column: "TicketId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskAudit");

            migrationBuilder.DropTable(
                name: "Material");

            migrationBuilder.DropTable(
                name: "WorkEntry");

            migrationBuilder.DropIndex(
                name: "IX_Ticket_PausedUntil",
                table: "Ticket");

            migrationBuilder.DropColumn(
                name: "Pause",
                table: "Ticket");

            migrationBuilder.DropColumn(
                name: "PausedUntil",
                table: "Ticket");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Estate");
        }
    }
}
