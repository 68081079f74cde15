//! The words of the national dictionaries that rules are keyed by.

use crate::text::{Text, words};

words! {
    /// The basic insurance a person has (险种, national dictionary `insutype`).
    Insurance {
        /// 310 职工基本医疗保险.
        Employee = "employee", "职工医保", "employee insurance";
        /// 390 城乡居民基本医疗保险.
        Resident = "resident", "居民医保", "resident insurance";
    }
}

words! {
    /// The group of persons that ratios are set for (national dictionary `psn_type`).
    PersonGroup {
        /// 11 在职.
        Working = "working", "在职", "working";
        /// 12 退休.
        Retired = "retired", "退休", "retired";
        /// 14xx children, pupils and students.
        ChildOrStudent = "childOrStudent", "儿童、学生", "child or student";
        /// 15, 16 other residents.
        OtherResident = "otherResident", "其他居民", "other resident";
    }
}

impl PersonGroup {
    /// The insurance this group belongs to.
    #[must_use]
    pub const fn insurance(self) -> Insurance {
        match self {
            Self::Working | Self::Retired => Insurance::Employee,
            Self::ChildOrStudent | Self::OtherResident => Insurance::Resident,
        }
    }
}

words! {
    /// Whether a person is among those whom serious-illness insurance and medical assistance (医疗救助) treat more kindly.
    Standing {
        /// None of the below.
        Ordinary = "ordinary", "普通参保人", "none of these";
        /// 特困人员.
        Destitute = "destitute", "特困人员", "destitute";
        /// 最低生活保障对象.
        LowIncome = "lowIncome", "低保对象", "on minimum living allowance";
        /// 返贫致贫人口, 防止返贫监测对象.
        AtRisk = "atRisk", "返贫致贫人口", "at risk of poverty";
        /// 建档立卡贫困人口, until 2020.
        RegisteredPoor = "registeredPoor", "建档立卡贫困人口", "registered poor";
    }
}

words! {
    /// A civil servant's rank, where it decides the civil-servant subsidy (公务员医疗补助).
    CivilServant {
        /// Not a civil servant.
        No = "no", "不是公务员", "not a civil servant";
        /// 科级及以下.
        Section = "section", "科级", "section rank";
        /// 县（处）级.
        County = "county", "县级", "county rank";
        /// 厅级.
        Department = "department", "厅级", "department rank";
    }
}

words! {
    /// What the visit is (national dictionary `med_type`).
    VisitKind {
        /// 21 普通住院.
        Inpatient = "inpatient", "住院", "inpatient";
        /// 11 普通门诊.
        Outpatient = "outpatient", "普通门诊", "outpatient";
        /// 14 门诊慢特病.
        Chronic = "chronic", "门诊慢特病", "chronic disease, outpatient";
        /// 18 特殊药品.
        SpecialDrug = "specialDrug", "特殊药品", "special drug";
        /// 13 急诊.
        Emergency = "emergency", "门诊急诊", "emergency room";
    }
}

words! {
    /// How the visit is filed: the six kinds of 医保发〔2022〕22号 经办规程 Art. 7, or not at all.
    FilingCategory {
        /// 异地安置退休人员.
        RetiredSettled = "retiredSettled", "异地安置退休", "retired and settled elsewhere";
        /// 异地长期居住人员.
        LongTermResident = "longTermResident", "异地长期居住", "living elsewhere long-term";
        /// 常驻异地工作人员.
        PostedWorker = "postedWorker", "常驻异地工作", "posted elsewhere by the employer";
        /// 异地转诊就医人员.
        Referral = "referral", "异地转诊", "referred elsewhere";
        /// 异地急诊抢救人员.
        Emergency = "emergency", "异地急诊抢救", "emergency elsewhere";
        /// 其他跨省临时外出就医人员.
        OtherTemporary = "otherTemporary", "其他临时外出", "other temporary visit";
        /// 未备案.
        NotFiled = "notFiled", "未备案", "not filed";
    }
}

impl FilingCategory {
    /// Whether this is one of the three kinds of long-term residents (跨省异地长期居住人员).
    #[must_use]
    pub const fn is_long_term(self) -> bool {
        matches!(self, Self::RetiredSettled | Self::LongTermResident | Self::PostedWorker)
    }

    /// Whether it is filed by applying for it: an emergency counts as filed without (视同已备案, 经办规程 Art. 8).
    pub(crate) const fn is_applied_for(self) -> bool {
        !matches!(self, Self::Emergency | Self::NotFiled)
    }
}

words! {
    /// What a long-term filing rests on.
    ProofMode {
        /// 材料制: the papers were shown.
        Material = "material", "凭材料备案", "filed with papers";
        /// 承诺制: a commitment was signed, and the papers may still follow in time.
        Commitment = "commitment", "凭承诺备案", "filed by commitment";
        /// 承诺制, and the papers did not follow in time.
        CommitmentNotSupplemented = "commitmentNotSupplemented", "承诺后未补材料", "by commitment, papers never supplied";
    }
}

words! {
    /// How well a rule is known, worst last.
    Grade {
        /// Read in the official text.
        Official = "official", "官方文件", "official text";
        /// Published by media, a hospital page or a real settlement slip.
        Published = "published", "公开发布", "published";
        /// Secondary data, not read at the official address.
        Unconfirmed = "unconfirmed", "待核实", "unconfirmed";
        /// The user's own figure.
        UserSupplied = "userSupplied", "用户自填", "supplied by the user";
    }
}

words! {
    /// The kinds of rules a pack holds.
    RuleName {
        /// 起付线.
        Deductible = "deductible", "起付线", "deductible";
        /// 免收起付线的情形.
        Waiver = "waiver", "免收起付线的情形", "waiver of the deductible";
        /// 支付比例, by segment.
        Segments = "segments", "分段支付比例", "segments and ratios";
        /// 异地就医待遇调整.
        CrossRegion = "crossRegion", "异地就医待遇", "cross-region adjustment";
        /// 统筹基金最高支付限额.
        PoolCap = "poolCap", "统筹封顶线", "pool cap";
        /// 职工大额医疗费用补助.
        LargeAmount = "largeAmount", "大额补助", "large-amount fund";
        /// 大病保险.
        SeriousIllness = "seriousIllness", "大病保险", "serious-illness insurance";
        /// 公务员医疗补助.
        CivilServant = "civilServant", "公务员医疗补助", "civil-servant subsidy";
        /// 医疗救助.
        Assistance = "assistance", "医疗救助", "medical assistance";
        /// 地方补充保险、政府补助.
        LocalSupplement = "localSupplement", "地方补充医疗保障", "local supplementary fund";
        /// 个人账户的支付范围.
        PersonalAccount = "personalAccount", "个人账户", "personal account";
        /// 门诊慢特病的认定与选点.
        ChronicTerms = "chronicTerms", "门诊慢特病认定", "terms of chronic-disease benefits";
        /// 跨年度住院的结算办法 (医保发〔2022〕22号 经办规程 Art. 41 leaves the choice to the insured region).
        CrossYear = "crossYear", "跨年住院结算", "settlement of a stay over the year's end";
        /// 备案类型.
        Categories = "categories", "备案类型", "filing categories";
        /// 备案材料.
        Materials = "materials", "备案材料", "papers for filing";
        /// 转诊的评估.
        ReferralDoctor = "referralDoctor", "转诊的评估", "who judges a referral";
        /// 普通门诊待遇的选择.
        OutpatientChoice = "outpatientChoice", "普通门诊待遇的选择", "choice of the outpatient benefit";
        /// 备案有效期.
        Validity = "validity", "备案有效期", "validity of a filing";
        /// 变更、取消备案的时限.
        ChangeLock = "changeLock", "变更时限", "limits on changing a filing";
        /// 补办备案.
        LateFiling = "lateFiling", "补办备案", "late filing";
        /// 办理时限.
        Approval = "approval", "办理时限", "time to approval";
        /// 免备案.
        Exemption = "exemption", "免备案", "exemption from filing";
        /// 备案地.
        Places = "places", "备案地", "places one may file for";
        /// 一次备案的覆盖范围.
        Coverage = "coverage", "备案覆盖范围", "what one filing covers";
        /// 办理渠道.
        Channels = "channels", "办理渠道", "where to file";
        /// 手工（零星）报销.
        Claim = "claim", "零星报销", "manual claim";
        /// 跨省直接结算的门诊慢特病.
        OpenDiseases = "openDiseases", "可跨省直接结算的门诊慢特病", "chronic diseases settled across provinces";
        /// 可直接结算的特殊药品.
        SpecialDrugs = "specialDrugs", "可直接结算的特殊药品", "special drugs settled directly";
        /// 门诊慢特病的选点.
        ChronicFacility = "chronicFacility", "门诊慢特病选点", "facilities for a chronic disease";
        /// 结算失败的办理.
        SystemFailure = "systemFailure", "没能直接结算的办理", "where direct settlement fails";
        /// 问题的答复时限.
        Enquiry = "enquiry", "问题的答复时限", "time to an answer";
        /// 备案告知书.
        Notice = "notice", "备案告知书", "filing notice";
    }
}

impl RuleName {
    /// The document of the insured region in which such a rule usually stands: what to ask for where it is not known.
    pub(crate) const fn document(self) -> Text {
        match self {
            Self::Deductible | Self::Waiver | Self::Segments | Self::PoolCap | Self::LargeAmount | Self::ChronicTerms => Text::new(
                "参保地的基本医疗保险实施办法或待遇清单",
                "the insured region's basic insurance rules (实施办法) or benefit list (待遇清单)",
            ),
            Self::CrossRegion | Self::CrossYear => Text::new(
                "参保地的异地就医直接结算办法",
                "the insured region's rules on settling care elsewhere (异地就医直接结算办法)",
            ),
            Self::SeriousIllness => {
                Text::new("参保地的大病保险实施办法", "the insured region's rules on serious-illness insurance (大病保险实施办法)")
            }
            Self::CivilServant => Text::new(
                "参保地的公务员医疗补助办法",
                "the insured region's rules on the civil-servant subsidy (公务员医疗补助办法)",
            ),
            Self::Assistance => {
                Text::new("参保地的医疗救助办法", "the insured region's rules on medical assistance (医疗救助办法)")
            }
            Self::LocalSupplement => {
                Text::new("参保地的补充医疗保障办法", "the insured region's rules on supplementary insurance (补充医疗保障办法)")
            }
            Self::PersonalAccount => {
                Text::new("参保地的个人账户管理办法", "the insured region's rules on personal accounts (个人账户管理办法)")
            }
            Self::Claim => Text::new("参保地的零星报销规定", "the insured region's rules on manual claims (零星报销)"),
            _ => Text::new(
                "参保地的异地就医备案办法或备案告知书",
                "the insured region's filing rules (备案办法) or filing notice (备案告知书)",
            ),
        }
    }
}

words! {
    /// The date of a stay that selects a rule.
    DatedBy {
        /// The day of admission.
        Admission = "admission", "入院日期", "admission";
        /// The day of settlement.
        Settlement = "settlement", "结算日期", "settlement";
    }
}
