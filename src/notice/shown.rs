//! The notice of an insured region for a kind of filing, as it is shown.

use serde::Serialize;

use crate::{
    calendar::{Date, Moment},
    decode::decodes,
    encode::encodes,
    error::{Error, ErrorCode},
    notice::gate::Gate,
    policy::{
        Case, CitationRef, FilingCategory, LawRef, Library, Notice, PackRef, RuleName, Statute, Topic, cited, digest_of_texts,
    },
    region::Admdvs,
    text::Text,
};

/// A notice that has been opened: what to show, and the gate that begins with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedNotice {
    /// What to show.
    pub notice: ShownNotice,
    /// The gate, closed; to be handed to [`notice_event`](crate::notice_event) with every event.
    pub gate: Gate,
}

/// The notice of an insured region for one kind of filing: what concerns that kind, and what concerns everyone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ShownNotice {
    /// Its title.
    pub title: Text,
    /// Whose wording it is; to be shown with it.
    pub label: Text,
    /// Whether the wording is the authority's own.
    pub official: bool,
    /// Its version.
    pub version: String,
    /// What the shown text is known by: the SHA-256, in 64 hexadecimal digits, of the JSON list (RFC 8785) of its version, its seconds,
    /// `true` or `false` for official, and for each clause its topic, its Chinese, its English and its citation (document, number and
    /// clause, a space between).
    pub digest: String,
    /// For how many seconds it must have been on the screen before it can be agreed to.
    pub minimum_seconds: u16,
    /// Its sections.
    pub sections: Vec<NoticeSection>,
    /// The pack it stands in: that of the region, of its province, or of the whole country.
    pub pack: PackRef,
    /// The law that asks for it, and what is to be known of its wording.
    pub law: LawRef,
}

/// Which notice was opened, for whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoticeRef {
    /// The insured region.
    pub insured_region: Admdvs,
    /// The kind of filing.
    pub category: FilingCategory,
    /// The region of the pack that the notice stands in.
    pub pack: Admdvs,
    /// The notice's version.
    pub version: String,
    /// What its text is known by.
    pub digest: String,
}
decodes! { struct NoticeRef { insured_region, category, pack, version, digest } }
encodes! { NoticeRef { insured_region, category, pack, version, digest } }

/// A section of a notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoticeSection {
    /// What it is about.
    pub topic: Topic,
    /// Its heading.
    pub title: Text,
    /// Its clauses.
    pub clauses: Vec<NoticeClause>,
}

/// A clause of a notice, with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoticeClause {
    /// What it says.
    pub text: Text,
    /// Where that stands.
    pub citation: CitationRef,
}

encodes! {
    OpenedNotice { notice, gate }
    ShownNotice { title, label, official, version, digest, minimum_seconds, sections, pack, law }
    NoticeSection { topic, title, clauses }
    NoticeClause { text, citation }
}

/// Opens the notice of the insured region for a kind of filing, as it reads today.
///
/// # Law
///
/// What a notice has to say, 医保发〔2024〕21号 一（一）.
///
/// # Errors
///
/// `unknownValue` for `notFiled`, which nobody files as; `ruleNotFound` or `dateNotCovered` where no notice is known; `unknownRegion`
/// where there is no such region, `regionTooCoarse` where a city is needed.
///
/// # Example
///
/// ```
/// use yidi::{FilingCategory, Library, Moment, NoticeEvent, Topic, notice_event, open_notice};
///
/// let (library, guangzhou) = (Library::shipped(), "440100".parse()?);
/// let at = |seconds| Moment::from_millis(1_795_312_800_000 + i64::from(seconds) * 1000); // 2026-11-22 10:00 in Beijing
/// let opened = open_notice(&library, guangzhou, FilingCategory::Referral, at(0).unwrap())?;
/// assert!(opened.notice.sections.iter().any(|section| section.topic == Topic::LateFiling));
///
/// let mut gate = notice_event(opened.gate, NoticeEvent::Shown, at(0));
/// for second in 1..=5 {
///     assert!(gate.seconds_left > 0);
///     gate = notice_event(gate, NoticeEvent::Shown, at(second));
/// }
/// gate = notice_event(gate, NoticeEvent::Ticked, at(6));
/// gate = notice_event(gate, NoticeEvent::Agreed, at(7));
/// let receipt = gate.receipt.unwrap();
/// receipt.check(&library, guangzhou, FilingCategory::Referral, at(60).unwrap())?;
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn open_notice(library: &Library, insured: Admdvs, category: FilingCategory, now: Moment) -> Result<OpenedNotice, Error> {
    let notice = ShownNotice::of(library, insured, category, now.date())?;
    let gate = Gate::closed(&notice, insured, category, now);
    Ok(OpenedNotice { notice, gate })
}

impl ShownNotice {
    pub(super) fn of(library: &Library, insured: Admdvs, category: FilingCategory, day: Date) -> Result<Self, Error> {
        if category == FilingCategory::NotFiled {
            return Err(Error::new(ErrorCode::UnknownValue).giving(category.as_str()).at("category"));
        }
        let case = Case { category: Some(category), ..Case::on(day) };
        let packs = library.packs_for(insured)?;
        let (notice, law): (Notice, _) =
            Statute::of(packs.iter().map(|loaded| &loaded.pack).collect()).find(RuleName::Notice, &case)?;
        let Some(loaded) = packs.iter().find(|loaded| loaded.pack.admdvs == law.pack) else {
            return Err(Error::new(ErrorCode::Internal));
        };
        let official = if notice.official { "true" } else { "false" };
        let mut lines = vec![notice.version.to_string(), notice.minimum_seconds.to_string(), official.to_owned()];
        let mut sections = Vec::new();
        for section in notice.sections {
            let mut clauses = Vec::new();
            for clause in section.clauses {
                if clause.concerns(category)
                    && let Some(source) = loaded.pack.source(&clause.citation.source)
                {
                    let citation = CitationRef::of(source, &clause.citation);
                    let text = clause.text;
                    for line in [section.topic.as_str(), &text.zh, &text.en, &cited(source, &clause.citation)] {
                        lines.push(line.to_owned());
                    }
                    clauses.push(NoticeClause { text, citation });
                }
            }
            if !clauses.is_empty() {
                sections.push(NoticeSection { topic: section.topic, title: section.topic.label(), clauses });
            }
        }
        Ok(Self {
            title: TITLE,
            label: if notice.official { THEIRS } else { OURS },
            official: notice.official,
            version: notice.version.into_owned(),
            digest: digest_of_texts(lines),
            minimum_seconds: notice.minimum_seconds,
            sections,
            pack: PackRef::of(loaded),
            law: LawRef::from(&law),
        })
    }

    pub(super) fn reference(&self, insured_region: Admdvs, category: FilingCategory) -> NoticeRef {
        let (version, digest) = (self.version.clone(), self.digest.clone());
        NoticeRef { insured_region, category, pack: self.pack.admdvs, version, digest }
    }
}

const TITLE: Text = Text::new("异地就医备案告知书", "Notice on filing for care away from home");
const OURS: Text = Text::new(
    "这不是官方原文：由本工具按所引条款用自己的话写成，以参保地经办机构的告知书为准。",
    "This is not the official text: this tool wrote it in its own words from the clauses cited. The notice of your insured region's own office decides.",
);
const THEIRS: Text = Text::new("参保地经办机构的文本。", "The text of the insured region's own office.");
