//! Puts every mutant that `cargo mutants --list --json` names into the sources at once, each behind a number that the environment
//! chooses at run time: one build instead of a thousand.
//!
//! `yidi-mutants <tree> <list.json>` rewrites the files of the tree in place and prints, for each mutant, which bytes of the new files
//! are its own, so that whoever builds them can tell whose fault an error is.

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

use proc_macro2::LineColumn;
use serde::{Deserialize, Serialize};
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprMatch, ExprUnary, ImplItemConst, ImplItemFn, ItemConst, ItemFn, ItemStatic,
    ReturnType, Signature, TraitItemFn, Type,
    spanned::Spanned,
    visit::{self, Visit},
};

#[derive(Deserialize)]
struct Listed {
    id: u32,
    file: String,
    genre: String,
    replacement: String,
    span: Region,
}

#[derive(Deserialize)]
struct Region {
    start: Position,
}

/// As cargo-mutants counts: both from 1.
#[derive(Clone, Copy, Deserialize, PartialEq)]
struct Position {
    line: usize,
    column: usize,
}

impl From<LineColumn> for Position {
    fn from(LineColumn { line, column }: LineColumn) -> Self {
        Self { line, column: column + 1 }
    }
}

/// Bytes of a rewritten file that belong to a mutant.
#[derive(Serialize)]
struct Own {
    id: u32,
    file: String,
    start: usize,
    end: usize,
}

const ACTIVE: &str = "crate::mutant::active()";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [tree, list] = arguments.as_slice() else { return Err("yidi-mutants <tree> <list.json>".into()) };
    let listed: Vec<Listed> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let mut by_file: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for mutant in &listed {
        by_file.entry(&mutant.file).or_default().push(mutant);
    }
    let mut owned = Vec::new();
    for (file, mutants) in by_file {
        let path = Path::new(tree).join(file);
        let source = fs::read_to_string(&path)?;
        let mut rewriter = Rewriter { source: &source, mutants: &mutants, insertions: BTreeMap::new() };
        rewriter.visit_file(&syn::parse_file(&source)?);
        fs::write(&path, rewriter.rewritten(file, &mut owned))?;
    }
    println!("{}", serde_json::to_string(&owned)?);
    Ok(())
}

/// A piece of text to be put in, and whose it is.
#[derive(Clone)]
struct Piece {
    id: Option<u32>,
    text: String,
}

fn plain(text: impl Into<String>) -> Piece {
    Piece { id: None, text: text.into() }
}

/// What is put in before a byte: first what ends there, the inner before the outer, then what begins there, the outer before the inner.
#[derive(Default)]
struct Insertion {
    endings: Vec<Piece>,
    beginnings: Vec<Piece>,
}

struct Rewriter<'a> {
    source: &'a str,
    mutants: &'a [&'a Listed],
    insertions: BTreeMap<usize, Insertion>,
}

impl Rewriter<'_> {
    fn rewritten(self, file: &str, owned: &mut Vec<Own>) -> String {
        let mut text = String::new();
        let mut at = 0;
        for (byte, Insertion { endings, beginnings }) in self.insertions {
            text.push_str(&self.source[at..byte]);
            at = byte;
            for Piece { id, text: piece } in endings.into_iter().chain(beginnings) {
                let start = text.len();
                text.push_str(&piece);
                owned.extend(id.map(|id| Own { id, file: file.to_owned(), start, end: text.len() }));
            }
        }
        text.push_str(&self.source[at..]);
        text
    }

    fn byte(&self, at: LineColumn) -> usize {
        let line: usize = self.source.split_inclusive('\n').take(at.line - 1).map(str::len).sum();
        let columns = self.source[line..].char_indices().nth(at.column).map_or(self.source.len() - line, |(byte, _)| byte);
        line + columns
    }

    fn text(&self, of: &impl Spanned) -> &str {
        &self.source[self.byte(of.span().start())..self.byte(of.span().end())]
    }

    fn mutants_at(&self, genre: &str, start: LineColumn) -> Vec<(u32, String)> {
        let start = Position::from(start);
        let here = self.mutants.iter().filter(|mutant| mutant.genre == genre && mutant.span.start == start);
        here.map(|mutant| (mutant.id, mutant.replacement.clone())).collect()
    }

    fn begin(&mut self, at: LineColumn, pieces: Vec<Piece>) {
        let byte = self.byte(at);
        self.insertions.entry(byte).or_default().beginnings.extend(pieces);
    }

    fn end(&mut self, at: LineColumn, text: &str) {
        let byte = self.byte(at);
        self.insertions.entry(byte).or_default().endings.insert(0, plain(text));
    }

    /// Wraps an expression: another one for each mutant, and itself where none of them is active.
    fn choose(&mut self, whole: &impl Spanned, others: Vec<(u32, String)>) {
        if others.is_empty() {
            return;
        }
        let mut pieces = vec![plain(format!("(match {ACTIVE} {{ "))];
        pieces.extend(others.into_iter().map(|(id, other)| Piece { id: Some(id), text: format!("{id} => {{ {other} }} ") }));
        pieces.push(plain("_ => {"));
        self.begin(whole.span().start(), pieces);
        self.end(whole.span().end(), "}})");
    }

    fn body(&mut self, signature: &Signature, block: &Block) -> bool {
        if signature.constness.is_some() {
            return false;
        }
        // Another type cannot stand in for the one that `impl Trait` hides.
        let is_hidden = matches!(&signature.output, ReturnType::Type(_, of) if matches!(**of, Type::ImplTrait(_)));
        if let Some(first) = block.stmts.first().filter(|_| !is_hidden) {
            let others = self.mutants_at("FnValue", first.span().start());
            let pieces = others
                .into_iter()
                .map(|(id, value)| Piece { id: Some(id), text: format!("if {ACTIVE} == {id} {{ return {value}; }} ") });
            let pieces = pieces.collect();
            self.begin(first.span().start(), pieces);
        }
        true
    }
}

/// Whether it holds a `let` of a chain, which cannot stand in an arm.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(ExprBinary { left, right, .. }) => binds(left) || binds(right),
        Expr::Paren(inner) => binds(&inner.expr),
        _ => false,
    }
}

fn operator_start(operator: &BinOp) -> LineColumn {
    operator.span().start()
}

impl<'ast> Visit<'ast> for Rewriter<'_> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        if self.body(&item.sig, &item.block) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if self.body(&item.sig, &item.block) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if item.default.as_ref().is_some_and(|block| self.body(&item.sig, block)) {
            visit::visit_trait_item_fn(self, item);
        }
    }

    // What is computed while compiling cannot ask the environment.
    fn visit_item_const(&mut self, _: &'ast ItemConst) {}

    fn visit_impl_item_const(&mut self, _: &'ast ImplItemConst) {}

    fn visit_item_static(&mut self, _: &'ast ItemStatic) {}

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        if !binds(&binary.left) && !binds(&binary.right) {
            let (left, right) = (self.text(&*binary.left), self.text(&*binary.right));
            let others = self.mutants_at("BinaryOperator", operator_start(&binary.op));
            let others = others.into_iter().map(|(id, operator)| (id, format!("{left} {operator} {right}"))).collect();
            self.choose(binary, others);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast ExprUnary) {
        let operand = self.text(&*unary.expr).to_owned();
        let others = self.mutants_at("UnaryOperator", unary.op.span().start());
        self.choose(unary, others.into_iter().map(|(id, _)| (id, operand.clone())).collect());
        visit::visit_expr_unary(self, unary);
    }

    /// Without its arm a match may not be whole: the compiler then points at what is matched, so that is marked as the mutant's too.
    fn visit_expr_match(&mut self, whole: &'ast ExprMatch) {
        let arms = whole.arms.iter().flat_map(|arm| self.mutants_at("MatchArm", arm.pat.span().start()));
        let marks = arms.map(|(id, _)| Piece { id: Some(id), text: String::new() }).collect();
        self.begin(whole.expr.span().start(), marks);
        visit::visit_expr_match(self, whole);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        let deleted: Vec<_> = self.mutants_at("MatchArm", arm.pat.span().start()).into_iter().map(|(id, _)| id).collect();
        let stays = |ids: &[u32]| ids.iter().map(|id| format!("{ACTIVE} != {id}")).collect::<Vec<_>>().join(" && ");
        match &arm.guard {
            Some((_, guard)) if !binds(guard) => {
                if let [first, ..] = deleted.as_slice() {
                    self.begin(guard.span().start(), vec![Piece { id: Some(*first), text: format!("{} && (", stays(&deleted)) }]);
                    self.end(guard.span().end(), ")");
                }
                let others = self.mutants_at("MatchArmGuard", guard.span().start());
                self.choose(&**guard, others);
            }
            None => {
                if let [first, ..] = deleted.as_slice() {
                    let text = format!(" if {} ", stays(&deleted));
                    let byte = self.byte(arm.pat.span().end());
                    self.insertions.entry(byte).or_default().endings.push(Piece { id: Some(*first), text });
                }
            }
            Some(_) => {}
        }
        visit::visit_arm(self, arm);
    }
}
