namespace ChatDesk.Channels.Sandbox;

/// <content>WeCom's.</content>
public static partial class SandboxLimits
{
    /// <summary>qyapi.weixin.qq.com; numbers are pages under https://developer.work.weixin.qq.com/document/path/.</summary>
    public static class WeCom
    {
        /// <summary>Members named in one message/send: 90236.</summary>
        public const int Recipients = 1000;

        /// <summary>Bytes of a text; what is longer is cut: 90236.</summary>
        public const int TextBytes = 2048;

        /// <summary>Messages to one member a minute; the excess is dropped without an error: 90454.</summary>
        public const int MessagesPerMemberMinute = 30;

        /// <summary>Messages to one member an hour; the excess is dropped without an error: 90454.</summary>
        public const int MessagesPerMemberHour = 1000;

        /// <summary>How long an identical message is swallowed when the request asks for it and names no time: 90236.</summary>
        public static readonly TimeSpan DuplicateCheckDefault = TimeSpan.FromSeconds(1800);

        /// <summary>The longest time that a request may name for it: 90236.</summary>
        public static readonly TimeSpan DuplicateCheckMost = TimeSpan.FromHours(4);

        /// <summary>How long a response_code can update its card, once: 94888.</summary>
        public static readonly TimeSpan ResponseCodeLifetime = TimeSpan.FromHours(72);

        /// <summary>Bytes of a task_id: 90236.</summary>
        public const int TaskIdBytes = 128;

        /// <summary>Buttons of a card: 90236.</summary>
        public const int Buttons = 6;

        /// <summary>Bytes of a button's key: 90236.</summary>
        public const int ButtonKeyBytes = 1024;

        /// <summary>Rows of a card's two-column list: 90236.</summary>
        public const int Rows = 6;

        /// <summary>Links at the foot of a card: 90236.</summary>
        public const int Jumps = 3;

        /// <summary>Items of a card's corner menu: 90236.</summary>
        public const int MenuItems = 3;

        /// <summary>Calls of one API a minute: 90454.</summary>
        public const int CallsPerMinute = 10_000;

        /// <summary>Calls of one API an hour: 90454.</summary>
        public const int CallsPerHour = 150_000;

        /// <summary>How long a message can be taken back: 94867.</summary>
        public static readonly TimeSpan RecallWindow = TimeSpan.FromHours(24);

        /// <summary>Messages of one robot a minute: 91770.</summary>
        public const int RobotMessagesPerMinute = 20;

        /// <summary>Bytes of a robot's markdown: 91770.</summary>
        public const int RobotMarkdownBytes = 4096;

        /// <summary>Bytes of a robot's picture: 91770.</summary>
        public const int RobotImageBytes = 2 * 1024 * 1024;

        /// <summary>Articles of one news message: 90236, 91770.</summary>
        public const int NewsArticles = 8;

        /// <summary>Bytes of the title of a textcard, an article or a video: 90236.</summary>
        public const int TitleBytes = 128;

        /// <summary>Bytes of the description of a textcard, an article or a video: 90236.</summary>
        public const int DescriptionBytes = 512;

        /// <summary>Bytes of a textcard's address: 90236.</summary>
        public const int UrlBytes = 2048;

        /// <summary>Blocks of a news notice: 90236.</summary>
        public const int VerticalBlocks = 4;

        /// <summary>Options of a vote: 90236.</summary>
        public const int VoteOptions = 20;

        /// <summary>Drop-downs of a card: 90236.</summary>
        public const int Selections = 3;

        /// <summary>Options of a drop-down: 90236.</summary>
        public const int SelectionOptions = 10;

        /// <summary>Bytes of an option's id: 90236.</summary>
        public const int OptionIdBytes = 128;

        /// <summary>Groups that applications make a day: 90454.</summary>
        public const int AppChatsPerDay = 1000;

        /// <summary>Characters of such a group's name: 90245.</summary>
        public const int AppChatNameCharacters = 50;

        /// <summary>The most members of such a group: 90245.</summary>
        public const int AppChatMembers = 2000;

        /// <summary>The fewest members of such a group: 90245.</summary>
        public const int AppChatMembersLeast = 2;

        /// <summary>Messages by members that such groups get a minute: 90248.</summary>
        public const int AppChatPersonsPerMinute = 20_000;

        /// <summary>Messages of such groups that a member gets a minute: 90248.</summary>
        public const int AppChatMemberMinute = 200;

        /// <summary>Messages of such groups that a member gets a day: 90248.</summary>
        public const int AppChatMemberDay = 10_000;

        /// <summary>Pairs in one user/list_id: 96067.</summary>
        public const int MemberIdsPerCall = 10_000;

        /// <summary>JS-SDK tickets of the corporation an hour: 90454, 90506.</summary>
        public const int CorpTicketsPerHour = 400;

        /// <summary>JS-SDK tickets of an application an hour: 90454, 90506.</summary>
        public const int AppTicketsPerHour = 100;

        /// <summary>The smallest file: 90253 ("more than 5 bytes").</summary>
        public const int FileBytesLeast = 6;

        /// <summary>Bytes of a picture: 90253.</summary>
        public const int ImageBytes = 10 * 1024 * 1024;

        /// <summary>Bytes of a voice file: 90253.</summary>
        public const int VoiceBytes = 2 * 1024 * 1024;

        /// <summary>Bytes of a video: 90253.</summary>
        public const int VideoBytes = 10 * 1024 * 1024;

        /// <summary>Bytes of any other file: 90253.</summary>
        public const int FileBytes = 20 * 1024 * 1024;
    }
}
