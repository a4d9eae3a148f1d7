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
            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_RecipientId",
                table: "OutboxMessage");

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

            migrationBuilder.AddColumn<int>(
                name: "HundredthsOfSquareMetre",
                table: "Room",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Owner",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Brief",
                table: "OutboxMessage",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChargedAt",
                table: "OutboxMessage",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MayBePassed",
                table: "OutboxMessage",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MayHaveArrived",
                table: "OutboxMessage",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Refusals",
                table: "OutboxMessage",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rung",
                table: "OutboxMessage",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Chat");

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

            migrationBuilder.AddColumn<string>(
                name: "PaymentUrl",
                table: "Estate",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NewsJson",
                table: "Conversation",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TapWindowEndsAt",
                table: "Conversation",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BudgetUse",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Budget = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Recipient = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    WindowEndsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Used = table.Column<int>(type: "int", nullable: false),
                    Granted = table.Column<int>(type: "int", nullable: false),
                    Recent = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetUse", x => x.Id);
                });

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
                name: "FeeRecord",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoomId = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AmountInFen = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeRecord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeeRecord_Room_RoomId",
                        column: x => x.RoomId,
                        principalTable: "Room",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    EstateId = table.Column<int>(type: "int", nullable: true),
                    AddsPlaces = table.Column<bool>(type: "bit", nullable: false),
                    UploadedBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Added = table.Column<int>(type: "int", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    Unchanged = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFile", x => x.Id);
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
                name: "IX_OutboxMessage_RecipientId_State",
                table: "OutboxMessage",
                columns: new[] { "RecipientId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetUse_Account_Recipient_Budget_Topic",
                table: "BudgetUse",
                columns: new[] { "Account", "Recipient", "Budget", "Topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_At",
                table: "DeskAudit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DeskAudit_Subject",
                table: "DeskAudit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_FeeRecord_RoomId_Item_Period",
                table: "FeeRecord",
                columns: new[] { "RoomId", "Item", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportFile_UploadedAt",
                table: "ImportFile",
                column: "UploadedAt");

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
                name: "BudgetUse");

            migrationBuilder.DropTable(
                name: "DeskAudit");

            migrationBuilder.DropTable(
                name: "FeeRecord");

            migrationBuilder.DropTable(
                name: "ImportFile");

            migrationBuilder.DropTable(
                name: "Material");

            migrationBuilder.DropTable(
                name: "WorkEntry");

            migrationBuilder.DropIndex(
                name: "IX_Ticket_PausedUntil",
                table: "Ticket");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessage_RecipientId_State",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "Pause",
                table: "Ticket");

            migrationBuilder.DropColumn(
                name: "PausedUntil",
                table: "Ticket");

            migrationBuilder.DropColumn(
                name: "HundredthsOfSquareMetre",
                table: "Room");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Owner");

            migrationBuilder.DropColumn(
                name: "Brief",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "ChargedAt",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "MayBePassed",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "MayHaveArrived",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "Refusals",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "Rung",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "Latitude",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "Longitude",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "PaymentUrl",
                table: "Estate");

            migrationBuilder.DropColumn(
                name: "NewsJson",
                table: "Conversation");

            migrationBuilder.DropColumn(
                name: "TapWindowEndsAt",
                table: "Conversation");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_RecipientId",
                table: "OutboxMessage",
                column: "RecipientId");
        }
    }
}
