using System.Text.RegularExpressions;

namespace ChatDesk.Knowledge.Understanding.Places;

/// <summary>How owners write an address, on a text from <see cref="NumberText"/>.</summary>
internal static partial class PlacePatterns
{
    /// <summary>What follows a number that counts or measures something and is no part of an address.</summary>
    private const string Measured = "(?:块|元|毛|角|万|千|百|个|次|遍|回|趟|天(?!花|然)|日|月|年|周|点|时|分(?!水|集)|秒|刻|小时|度|吨|平|㎡|m|米|公里|公分|厘米|毫米|斤|公斤|kg|g|升|瓦|w|伏|安|人|位|口|岁|条|张|台(?!面|盆|灯)|辆|部|把|只|件|份|项|家(?!里|的|又|楼|漏|装|在|半|天|门)|倍|折|成|%|％|星|届|级|代|期|户(?!内|主|外)|根|片|处|桶|袋|箱|瓶|字|本|组|套|单(?!元)|票|快|码|楼(?![上下道])|层|车位|号车位|号线|路|多)";

    /// <summary>3栋2单元201, 2#1-301, 3-2-201, B区5幢1单元602, 12座A1502, 16栋2601.</summary>
    [GeneratedRegex(@"(?<![\d.:a-z])(?:(?<zone>[a-h])区?)?(?<building>\d{1,2})(?:(?:号楼|栋|幢|座|号栋|#楼|#)[-,\s]?|-)(?:(?<unit>\d{1,2}(?=单元)|\d(?=-|#)|[a-e甲乙丙丁东西](?=单元|-))(?:单元|-|#)[-,\s]?)?(?:(?<floor>\d{1,2})(?:楼|层)[-,\s]?)?(?<room>[a-d]?\d{3,4})(?!\d|" + Measured + @"|-\d)(?:室|号|房|户)?", RegexOptions.ExplicitCapture)]
    public static partial Regex Home();

    /// <summary>3号楼16层02户.</summary>
    [GeneratedRegex(@"(?<!\d)(?<floor>\d{1,2})(?:楼|层)(?<flat>\d{1,2})(?:户|室|号)(?!线)", RegexOptions.ExplicitCapture)]
    public static partial Regex FlatOnFloor();

    /// <summary>A building with its own word: 3栋, 十号楼, 12座, 5幢, 2#; B座, B5幢, B区5幢.</summary>
    [GeneratedRegex(@"(?<![\da-z.-])(?:(?<zone>[a-h])区?)?(?<building>\d{1,2})(?:号楼|栋|幢|座(?!位|机)|号栋|#楼|#(?!\d*[a-z]))|(?<![a-z\d])(?<building>[a-h])(?:座|栋|幢|号楼)|[栋幢](?<building>\d{1,2})(?=\s\d{3,4}(?!\d))", RegexOptions.ExplicitCapture)]
    public static partial Regex Building();

    /// <summary>Building and unit with a dash: 13-2单元, 9-1电梯, 16-2高区.</summary>
    [GeneratedRegex(@"(?<![\d.:/-])(?:(?<zone>[a-h])区?)?(?<building>\d{1,2})-(?<unit>[1-9])(?!\d|\s*-|\.|:|" + @"(?:块|元|毛|万|个|次|遍|天|日|月|年|周|点|小时|度|吨|平|米|斤|人|位|岁|条|张|台|辆|折|%|分|户|家|层楼|折))", RegexOptions.ExplicitCapture)]
    public static partial Regex BuildingDashUnit();

    /// <summary>B6-302, A1-102: block and building, then the room.</summary>
    [GeneratedRegex(@"(?<![\da-z])(?<zone>[a-h])(?<building>\d{1,2})-(?:(?<unit>\d)-)?(?<room>\d{3,4})(?!\d|-)", RegexOptions.ExplicitCapture)]
    public static partial Regex ZonedHome();

    [GeneratedRegex(@"(?<!\d)(?<unit>\d{1,2}|[a-e甲乙丙丁])(?:单元|号门(?!口|禁|卫))", RegexOptions.ExplicitCapture)]
    public static partial Regex Unit();

    [GeneratedRegex(@"(?<![\d第负-])(?<!地下)(?<!厚|了|着|面|飘|糊|结|积|落|铺|蒙|盖|有|那|整|每|几|里|外|薄|起|水面上|手上|上)(?<floor>\d{1,2})(?:楼|层|f(?![a-z0-9]))(?!\d{0,2}(?:多|以上|以下|高|楼高)|的?(?:高层|公摊)|梯|共|到)", RegexOptions.ExplicitCapture)]
    public static partial Regex Floor();

    /// <summary>A room by itself: 902渗水, 1402又吵.</summary>
    [GeneratedRegex(@"(?<![\d.:a-z/#￥¥$-])(?<room>\d{3,4})(?!\d|[-.:/]\d|[a-z%]|" + Measured + ")(?:室|房|号房|户)?", RegexOptions.ExplicitCapture)]
    public static partial Regex Room();

    /// <summary>Beside the room said: 和1802, 、1803.</summary>
    [GeneratedRegex(@"^(?:室)?(?:和|跟|与|、|还有|,|/|以及)(?<room>\d{3,4})(?!\d|" + Measured + ")", RegexOptions.ExplicitCapture)]
    public static partial Regex NextRoom();

    [GeneratedRegex(@"(?<![\d第])(?<phase>[1-9])期(?!房|间|末|中|待|货)", RegexOptions.ExplicitCapture)]
    public static partial Regex Phase();

    /// <summary>B区5幢, A区: a block of buildings; a garage's zone is read apart.</summary>
    [GeneratedRegex(@"(?<![a-z\d])(?<zone>[a-h])区", RegexOptions.ExplicitCapture)]
    public static partial Regex Zone();

    /// <summary>B1, 负二层, 地下一层, 负1楼.</summary>
    [GeneratedRegex(@"(?<![a-z\d])b(?<level>[1-4])(?!\d|-\d{3}|栋|幢|座|号楼|单元|-\d-|#)|(?:负|地下|地下第)(?<level>[1-4])(?:层|楼)?(?!楼\d|单元)|(?<!\d)-(?<level>[1-4])(?:层|楼)", RegexOptions.ExplicitCapture)]
    public static partial Regex GarageLevel();

    /// <summary>A numbered parking space, B2-117: known as one where cars are spoken of.</summary>
    [GeneratedRegex(@"(?<![a-z\d])b(?<level>[1-4])-?(?:\d{3}|[a-h]\d{2,3})(?!\d|-)", RegexOptions.ExplicitCapture)]
    public static partial Regex ParkingSpace();

    [GeneratedRegex(@"(?<![ac-z]|\d\d)(?<zone>[a-h])区(?!\d{1,2}(?:栋|幢|号楼|座|#|-))", RegexOptions.ExplicitCapture)]
    public static partial Regex GarageZone();
}
