using ChatDesk.BotHost.Conversations.Steps;
using ChatDesk.BotHost.Intake;

namespace ChatDesk.BotHost.Conversations;

/// <summary>Registers the turn. The steps are asked in the order in which they stand here: danger first, a person next, then what is open.</summary>
public static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddScoped<ITurn, DeskTurn>()
        .AddScoped<OwnerTurn>()
        .AddScoped<StaffTurn>()
        .AddScoped<OwnerEvents>()
        .AddScoped<OwnerPlaces>()
        .AddScoped<OwnerTasks>()
        .AddScoped<OwnerTickets>()
        .AddScoped<RateInChat>()
        .AddScoped<IOwnerStep, EmergencyStep>()
        .AddScoped<IOwnerStep, TappedStep>()
        .AddScoped<IOwnerStep, HandOverStep>()
        .AddScoped<IOwnerStep, SurveyStep>()
        .AddScoped<IOwnerStep, PhotoStep>()
        .AddScoped<IOwnerStep, OwnTicketStep>()
        .AddScoped<IOwnerStep, BindStep>()
        .AddScoped<IOwnerStep, ReportStep>()
        .AddScoped<IOwnerStep, AnswerStep>()
        .AddScoped<IOwnerStep, SmallTalkStep>();
}
