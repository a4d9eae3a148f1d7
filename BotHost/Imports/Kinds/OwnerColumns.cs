using ChatDesk.BotHost.Imports.Places;
using ChatDesk.BotHost.Owners;

namespace ChatDesk.BotHost.Imports.Kinds;

/// <summary>The columns of a list of owners and households.</summary>
internal static class OwnerColumns
{
    public static readonly ImportColumn Name =
        new("姓名", "示例（导入前删除）", 50, "业主姓名", "业主", "业主名称", "住户", "住户姓名", "客户姓名", "客户名称", "户主", "户主姓名", "联系人", "产权人", "名字") { IsRequired = true };

    public static readonly ImportColumn Phone =
        new("电话", "13800000000", 40, "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码", "业主电话", "移动电话", "联系手机") { IsRequired = true };

    public static readonly ImportColumn Relation = new("关系", "业主", 10, "与业主关系", "身份", "住户类型", "住户身份", "客户类型", "与户主关系", "人员类型");

    public static readonly ImportColumn BirthYear = new("出生年份", "1960", 20, "出生年", "出生日期", "生日", "出生年月", "出生年月日");

    public static readonly IReadOnlyList<ImportColumn> All = [.. PlaceColumns.All, Name, Phone, Relation, BirthYear];

    private static readonly Dictionary<string, HomeRelation> Relations = new(StringComparer.Ordinal)
    {
        ["业主"] = HomeRelation.Owner, ["产权人"] = HomeRelation.Owner, ["本人"] = HomeRelation.Owner, ["户主"] = HomeRelation.Owner, ["房主"] = HomeRelation.Owner,
        ["家人"] = HomeRelation.Family, ["家属"] = HomeRelation.Family, ["家庭成员"] = HomeRelation.Family, ["亲属"] = HomeRelation.Family,
        ["配偶"] = HomeRelation.Family, ["丈夫"] = HomeRelation.Family, ["妻子"] = HomeRelation.Family, ["爱人"] = HomeRelation.Family,
        ["父母"] = HomeRelation.Family, ["父亲"] = HomeRelation.Family, ["母亲"] = HomeRelation.Family, ["子女"] = HomeRelation.Family,
        ["儿子"] = HomeRelation.Family, ["女儿"] = HomeRelation.Family,
        ["租户"] = HomeRelation.Tenant, ["租客"] = HomeRelation.Tenant, ["承租人"] = HomeRelation.Tenant, ["租住"] = HomeRelation.Tenant, ["租赁"] = HomeRelation.Tenant,
    };

    /// <returns>Null for a word that is none.</returns>
    public static HomeRelation? RelationOf(string word) => Relations.TryGetValue(word, out var relation) ? relation : null;
}
