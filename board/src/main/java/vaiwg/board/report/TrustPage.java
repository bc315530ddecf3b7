package vaiwg.board.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Days;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedReader.ControlTotal;
import vaiwg.board.figures.PublishedReader.FedStream;
import vaiwg.board.figures.PublishedVerdict.State;
import vaiwg.board.report.Block.Definition;
import vaiwg.board.report.Block.Sentence;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.text.Digits;
import vaiwg.kpis.time.TotalsReach;
import vaiwg.schemas.EventStream;

/** Whether the report can be trusted: who is counted, what is missing, what changed, what its signs mean, when the next one comes. */
final class TrustPage {
    static final String ID = "trust";
    private static final int MEETINGS_APART = 2;
    /** So many control totals that differ are told one by one. */
    private static final int MOST_TOTALS = 3;

    /** Public editions have no intervals. */
    private static final Definition INTERVAL = word(
            "(a to b)",
            "95% interval, in tables with small charts: of a share of under " + Digits.count(Figures.INTERVAL_BELOW)
                    + " cases, by a model of chance.");

    private static final int AFTER_CHANGE = 2;

    private TrustPage() {}

    static Page of(Facts facts) {
        return Page.of(
                ID,
                "Can this be trusted?",
                "",
                new Block.Sentences("Who is counted", counted(facts)),
                facts.table(
                        "How much is on record",
                        facts.row("recorded_within_24h", ""),
                        facts.row("characteristic_known", "characteristic=sex", "Victim’s sex known after 7 days"),
                        facts.row(
                                "characteristic_known",
                                "characteristic=ethnicity",
                                "Victim’s ethnicity known after 7 days"),
                        facts.row("core_four_known", ""),
                        facts.row("withdrawal_reason_recorded", ""),
                        facts.row("linkage", "linked=victim", "Victim linked across records"),
                        facts.row("linkage", "linked=suspect", "Suspects linked across records"),
                        facts.row("da_flag_missing", "")),
                new Block.Sentences("Where the records come from", sources(facts)),
                new Block.Sentences(
                        "What changed, and what is next",
                        Stream.concat(changed(facts).stream(), next(facts).stream())
                                .toList()),
                new Block.Definitions("The signs", signs()),
                new Block.Definitions("Words", words(facts.material().edition().tier())));
    }

    private static List<Sentence> counted(Facts facts) {
        List<Sentence> sentences = new ArrayList<>();
        Optional<Figure> all = facts.figure("recorded_offences", "").filter(Figure::isShown);
        Optional<Figure> women =
                facts.figure("recorded_offences", "theme=vaiwg_female").filter(Figure::isShown);
        sentences.add(Sentence.of(
                "Women and girls are counted where a line or table says so, and in public places and schools; else all victims.",
                all.isPresent() && women.isPresent()
                        ? "Of " + Digits.counted(all.get().numerator(), "crime", "crimes")
                                + " in 12 months "
                                + Digits.counted(women.get().numerator(), "has", "have")
                                + " a victim recorded as female"
                                + noSex(facts)
                                        .map(number -> "; of " + number + " the sex is not on record.")
                                        .orElse(".")
                        : "Women and girls: victims who are recorded as female."));
        sentences.add(
                Sentence.of(
                        "Which crimes.",
                        "Sexual offences, stalking, harassment; any other, such as homicide, where flagged as domestic abuse."));
        YearTotals.said(facts).ifPresent(sentences::add);
        sentences.add(Sentence.of(
                ReportWords.OF_THE_SERVICE, "It is cases that ended without the victim’s support in so many days."));
        sentences.add(Sentence.of(
                "Figures of conduct are not here.", "They are in the restricted annex for Professional Standards."));
        sentences.add(Sentence.of(
                "Small numbers.", smallNumbers(facts.material().edition().tier())));
        return sentences;
    }

    private static Optional<String> noSex(Facts facts) {
        return facts.people("recorded_offences", "", "")
                .flatMap(row -> row.beside().stream())
                .filter(bar -> bar.part() == Block.Part.REST && bar.number() > 0)
                .map(bar -> Digits.count(bar.number()))
                .findFirst();
    }

    private static String smallNumbers(Tier tier) {
        return switch (tier) {
            case INTERNAL -> "All are shown: for leads alone.";
            case BOARD ->
                "Counts of one to four people are suppressed, and so is what would disclose them in the same table; files, hearings, audits and places are work, and are shown. A dash: there is nothing to show.";
            case PUBLIC ->
                "One to seven are written *, all else is rounded to the nearest five, and shares are of rounded numbers.";
        };
    }

    private static List<Sentence> sources(Facts facts) {
        Material material = facts.material();
        List<Sentence> sentences = new ArrayList<>();
        List<FedStream> wrong =
                material.streams().stream().filter(FedStream::isWrong).toList();
        wrong.forEach(stream -> sentences.add(Sentence.of("", stream.sentence())));
        List<ControlTotal> differing =
                material.totals().stream().filter(total -> !total.agrees()).toList();
        String missing = material.streams().stream()
                .filter(FedStream::isMissing)
                .flatMap(stream -> EventStream.ofSlug(stream.stream()).stream())
                .map(stream -> ReportWords.lower(stream.title()))
                .collect(Collectors.joining(", "));
        if (wrong.isEmpty() && differing.isEmpty()) {
            sentences.add(Sentence.of(
                    missing.isEmpty() ? "All sources came as usual." : "All other sources came as usual.", ""));
        }
        if (!missing.isEmpty()) {
            sentences.add(Sentence.of(
                    "Never received: records of " + missing + ".", "Figures that rest on them alone count nothing."));
        }
        sentences.addAll(totals(material.totals(), differing));
        sentences.add(late(material.late(), material.edition().previous()));
        sentences.add(Sentence.of(
                kept(material.nights(), material.nightsFrom(), material.asAt()),
                material.edition()
                        .historyFrom()
                        .map(day -> "The records begin on " + Days.full(day) + ".")
                        .orElse("")));
        return sentences;
    }

    /** "336 midnights have their figures, of 1 Jan to 2 Dec 2026.": those of both days are among them. */
    static String kept(int nights, LocalDate from, LocalDate asAt) {
        return Digits.counted(nights, "midnight", "midnights") + (nights == 1 ? " has its" : " have their")
                + " figures, of " + Days.span(from, asAt) + ".";
    }

    /** "38 records came late since 1 Oct 2026.", the day of the report before; where there is none, in as many days as were looked at. */
    static Sentence late(int late, Optional<LocalDate> previous) {
        String when = previous.map(day -> " since " + Days.briefWithYear(day))
                .orElse(" in the last " + MaterialReader.LATE_DAYS + " days");
        return Sentence.of(
                (late == 0 ? "No record" : Digits.counted(late, "record", "records")) + " came late" + when + ".",
                switch (late) {
                    case 0 -> "";
                    case 1 -> "It is counted on the day to which it belongs.";
                    default -> "They are counted on the days to which they belong.";
                });
    }

    /** What sources said that they had: where something differs no stream is called complete. */
    private static List<Sentence> totals(List<ControlTotal> all, List<ControlTotal> differing) {
        List<Sentence> sentences = new ArrayList<>();
        differing.stream().limit(MOST_TOTALS).forEach(total -> sentences.add(Sentence.of("", total.sentence())));
        int more = differing.size() - MOST_TOTALS;
        if (more > 0) {
            sentences.add(Sentence.of(
                    "",
                    Digits.counted(more, "more control total", "more control totals") + " within the last "
                            + TotalsReach.DAYS + (more == 1 ? " days differs." : " days differ.")));
        }
        if (differing.isEmpty() && !all.isEmpty()) {
            sentences.add(Sentence.of(
                    "The sources’ own counts agree.",
                    "All that they counted was received: "
                            + Digits.counted(all.size(), "control total", "control totals") + " within the last "
                            + TotalsReach.DAYS + " days."));
        }
        return sentences;
    }

    private static List<Sentence> changed(Facts facts) {
        Material material = facts.material();
        if (material.edition().previous().isEmpty()) {
            return List.of(Sentence.of(
                    "",
                    material.edition().first()
                            ? "This is the first report of this force: nothing was published before."
                            : "No report was issued before this one, with which it could be compared."));
        }
        int figures = material.revised();
        String since =
                "Since the report of " + Days.full(material.edition().previous().get()) + " ";
        return List.of(Sentence.of(
                "",
                figures == 0
                        ? since + "no figure of the days before became known otherwise."
                        : since + Digits.counted(figures, "figure", "figures")
                                + " of the days before became known otherwise: records came late, or were corrected."));
    }

    static List<Definition> signs() {
        return List.of(
                sign(
                        State.ACT,
                        "Outside limits, or an early warning; worse, or with no better way. Its owner answers in 14 days."),
                sign(
                        State.WATCH,
                        "Moved, but not for long or not far enough to act: its owner is to say why within 14 days."),
                sign(State.NO_CHANGE, "Chance moves the figure as much. It may still be bad: its target says so."),
                sign(State.IMPROVING, "Better than chance explains."),
                new Definition(
                        Optional.of(State.TOO_FEW),
                        "Too few/young",
                        "Too few cases for a chart; too few years on record for what lasts years. A dash: no chart."));
    }

    private static Definition sign(State state, String text) {
        return new Definition(Optional.of(state), state.word(), text);
    }

    static List<Definition> words(Tier tier) {
        List<Definition> words = new ArrayList<>(List.of(
                word(
                        "Grey band",
                        "What is usual while nothing changes. Hollow circles: estimates, of cases that are still followed."),
                word(
                        "Change on year",
                        "The difference to a year before; of shares in points (pts). It judges nothing."),
                word(
                        "Outcome 16 (OC16)",
                        "A suspect is named, and the victim does not, or no longer does, support the case."),
                word(
                        "OC14, OC15",
                        "No suspect named, and no support; suspect named and support, but not enough evidence."),
                word("Characteristics", "The four core ones are age, sex, ethnicity and disability."),
                word("Contact log", "Each contact with a victim that officers enter; audits look at some cases."),
                word(
                        "CICS, CJS, CPS",
                        "Criminal injuries compensation; criminal justice system; Crown Prosecution Service."),
                word(
                        "DA, MARAC",
                        "Domestic abuse; multi-agency risk assessment conference, which hears its high-risk cases."),
                word(
                        "DVPN, SPO, SHPO",
                        "Domestic violence protection notice (DAPN: abuse; DVPO: order); stalking, sexual harm order."),
                word(
                        "EASI, FCID, NFA",
                        "Early awareness stalking intervention; force criminal investigation; no further action."),
                word(
                        "NPCC, OoCD, VPS",
                        "National Police Chiefs’ Council; out-of-court disposal; victim personal statement."),
                word(
                        "RASSO, VAIWG",
                        "Rape and serious sexual offences; violence, abuse and intimidation against women and girls."),
                word(
                        "Target",
                        "What a law, a recommendation or the plan asks for. A tick: it is met; a cross: it is not.")));
        if (tier != Tier.PUBLIC) {
            words.add(AFTER_CHANGE, INTERVAL);
        }
        return List.copyOf(words);
    }

    private static Definition word(String word, String text) {
        return new Definition(Optional.empty(), word, text);
    }

    private static List<Sentence> next(Facts facts) {
        YearMonth meeting = BoardSubject.meetingFor(facts.asAt());
        return List.of(Sentence.of(
                "After the meeting of " + Days.month(meeting) + " the next is in "
                        + Days.month(meeting.plusMonths(MEETINGS_APART)) + ".",
                "All figures and definitions: workbook, live pages."));
    }
}
