"""The words that tell what a figure counts: fixed expressions, the nouns of rectification, sorts of measure words."""

from __future__ import annotations

FIXED_EXPRESSIONS = (
    "两个维护", "两个确立", "两个责任", "两个坚持", "两个一百年", "两个毫不动摇", "两个结合", "两个大局", "两个先锋队",
    "三个规定", "三个代表", "三个效果", "三个区分开来", "三个务必", "三个面向", "三大攻坚战", "三项机制", "三种人",
    "四个意识", "四个自信", "四个全面", "四个服从", "四个合格", "四个亲自", "四个融入", "四个落实", "四个聚焦", "四个伟大",
    "四个铁一般", "四个最严", "四个不摘", "四个责任", "四种形态", "四种危险", "四大考验", "四类案件", "四大家", "四个以",
    "五个必须", "五个一", "五大发展理念", "五大体系", "六项纪律", "六大纪律", "六个必须坚持", "六大顽瘴痼疾",
    "七个有之", "七项重点", "八项规定", "八条规定", "八种情形", "九项准则", "十个严禁", "十个不准", "十个明确",
    "十二条禁令", "十四个坚持", "两张皮", "两条腿", "两件套", "三件套",
)  # fmt: skip
"""Names that look like a count (四个意识, 八项规定)."""

HEAD_NOUNS = (
    "方面|领域|维度|环节|层面|板块|"
    "问题表现|表现形式|具体表现|问题线索|意见建议|对策建议|"
    "问题|意见|建议|事项|任务|举措|措施|线索|信访举报件|信访举报|信访件|举报件|信访事项|"
    "制度规定|规章制度|制度机制|制度|规定|办法|机制|清单|方案|文件|台账|"
    "案件|案例|纠纷|文书|论文|报告|谈话|谈心谈话|会议|座谈会|培训班|培训|学习|研讨|党课|检查|调研|督导|督查|"
    "党支部|支部|部门|单位|企业|法院|工作组|检查组|小组|专班|干警|干部|党员|人员|群众|职工|教师|学生|经营主体|"
    "项目|工程|指标|资金|配套文件|岗位|风险点|漏洞|短板|类别|条款|目标|标准|步骤|阶段|原则|要求|关键|重点|抓手"
)
"""Words a counted noun ends with."""

PROBLEM_NOUNS = ("问题", "意见", "建议", "事项", "任务", "措施", "举措", "问题表现", "表现形式", "具体表现", "意见建议")
"""What a disclosure accounts for."""

ITEM_UNITS = frozenset({"个", "项", "条", "件", "处", "起", "宗", "点", "小项"})
"""Measure words that count single things and change places freely: 27项 is 27个."""

GROUP_UNITS = frozenset({"类", "大类", "小类", "方面", "大方面", "大项", "板块", "大板块", "大", "种"})
"""Measure words that count groups of things."""

GROUP_NOUNS = frozenset({"方面", "领域", "维度", "环节", "层面", "板块", "类别"})
"""Nouns that stand for a group of the things counted."""

EVENT_UNITS = frozenset({"次", "场", "场次", "人次", "期", "轮", "班次", "课时", "学时", "家次", "户次", "件次", "堂"})
"""Measure words that count how often something was done."""
