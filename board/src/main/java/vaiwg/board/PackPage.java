package vaiwg.board;

import static vaiwg.board.Html.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.board.Headlines.Headline;
import vaiwg.kpis.catalogue.Priority;

/** The Strategy Board's page: the seven priority areas in the strategy's order, on one document without scripts. */
final class PackPage {
    private static final String NAME = "Violence, Abuse and Intimidation against Women and Girls";

    private final Html html = new Html();
    private final Set<View> used = new LinkedHashSet<>();
    private final PublishedSnapshot snapshot;
    private final Tier tier;

    private PackPage(PublishedSnapshot snapshot, Tier tier) {
        this.snapshot = snapshot;
        this.tier = tier;
    }

    static String of(PublishedSnapshot snapshot, Tier tier) {
        PackPage page = new PackPage(snapshot, tier);
        page.write();
        return page.html.document();
    }

    private void write() {
        html.block(tag("html", "lang", "en-GB"), () -> {
            html.block("head", this::head);
            html.block("body", () -> {
                html.block("header", this::header);
                html.block("main", this::main);
            });
        });
    }

    private void head() {
        html.empty(tag("meta", "charset", "utf-8"));
        html.empty(tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1"));
        html.empty(tag("meta", "name", "color-scheme", "content", "light dark"));
        html.line("title", "VAIWG strategy figures, " + forceName() + ", as at " + Period.day(snapshot.asAt()));
        html.style(css());
    }

    private void header() {
        if (snapshot.isSynthetic()) {
            html.line(
                    tag("p", "class", "synthetic"),
                    "SYNTHETIC DATA: invented records of no real person or case. Not for decisions.");
        }
        html.line(tag("p", "class", "force"), forceName() + ": strategy figures for the Strategy Board");
        html.line("h1", NAME);
        html.line(
                tag("p", "class", "status"),
                "Management information, provisional, as at " + Period.day(snapshot.asAt())
                        + ", not official statistics.");
        if (snapshot.isReconstructed()) {
            html.line(
                    tag("p", "class", "absent"),
                    "Reconstructed from history loaded on " + Period.day(snapshot.writtenOn())
                            + ": these figures were not published at the time.");
        }
        if (!snapshot.complete()) {
            html.line(
                    tag("p", "class", "absent"),
                    "Incomplete: not every feed had reached the as-at when this snapshot was published.");
        }
        new Provenance(html, snapshot, tier).write();
        html.block(
                tag("nav", "aria-label", "Priority areas"),
                () -> html.block("ol", () -> {
                    for (Priority priority : Priority.values()) {
                        html.line(
                                tag("li"),
                                () -> html.inline(tag("a", "href", "#" + priority.slug()), priority.title()));
                    }
                }));
    }

    private void main() {
        html.block(tag("section", "class", "reading"), () -> {
            html.line("h2", "How to read this page");
            html.block("ul", () -> {
                html.line(
                        "li",
                        "Domestic abuse is a mark that a crime of any kind may carry, so its row overlaps the others: never"
                                + " add the rows up.");
                html.line(
                        "li",
                        "A share of fewer than 30 cases is not shown. The 95% interval (Wilson) tells how far chance alone"
                                + " could move a share.");
                html.line("li", "Every figure names its basis; the end of the page explains each.");
                if (!snapshot.charts().isEmpty()) {
                    html.line(
                            "li",
                            "A block stands beside the limits within which blocks lie where nothing changes. One beyond them, or"
                                    + " one that completes a run, is to be watched; the next block confirms it or not. Of what is rare the"
                                    + " days between two events are charted, of what is open or overdue the change in the block. Blocks"
                                    + " and limits are frozen, so no later correction makes a signal.");
                }
            });
        });
        for (Priority priority : Priority.values()) {
            html.block(tag("section", "class", "priority", "id", priority.slug()), () -> priority(priority));
        }
        html.block(tag("section", "class", "help"), () -> Helplines.write(html));
        html.block(tag("section", "class", "notes"), () -> {
            html.line("h2", "What each basis means");
            BasisNotes.write(html, used);
        });
    }

    private void priority(Priority priority) {
        html.line("h2", priority.title());
        List<Headline> all = Headlines.inOrder().stream()
                .filter(headline -> snapshot.measures().containsKey(headline.kpi()))
                .filter(headline ->
                        snapshot.measures().get(headline.kpi()).priority().equals(priority.slug()))
                .filter(headline -> !headline.archiveOnly()
                        || !snapshot.views(headline.kpi()).isEmpty())
                .toList();
        if (all.isEmpty()) {
            html.line(tag("p", "class", "absent"), "No measure of this area is published yet.");
        }
        List<Headline> open = all.stream().filter(this::isOpen).toList();
        List<Headline> shown = open.stream()
                .filter(headline -> headline.view(snapshot).isPresent())
                .toList();
        if (!shown.isEmpty()) {
            html.block(tag("div", "class", "measures"), () -> shown.forEach(this::measure));
        }
        if (shown.size() < open.size()) {
            html.block(
                    tag("ul", "class", "absent"),
                    () -> open.stream()
                            .filter(headline -> !shown.contains(headline))
                            .forEach(this::absent));
        }
        if (open.size() < all.size()) {
            html.line(
                    tag("p", "class", "absent"),
                    "Conduct figures are restricted: they are in the internal edition only.");
        }
    }

    private boolean isOpen(Headline headline) {
        return tier == Tier.INTERNAL || !snapshot.measures().get(headline.kpi()).restricted();
    }

    private void measure(Headline headline) {
        DictionaryEntry measure = snapshot.measures().get(headline.kpi());
        View view = headline.view(snapshot).orElseThrow();
        used.add(view);
        switch (headline.kpi()) {
            case Headlines.VICTIM_ATTRITION -> {
                new AttritionSection(html, snapshot).write(measure, view);
                Headlines.SUBSTITUTIONS.forEach(
                        kpi -> Headlines.substitution(kpi, view).view(snapshot).ifPresent(used::add));
            }
            case Headlines.KNOWN -> new CharacteristicsSection(html, snapshot).write(measure, view);
            default -> new MeasureSection(html, snapshot).write(measure, view);
        }
    }

    private void absent(Headline headline) {
        DictionaryEntry measure = snapshot.measures().get(headline.kpi());
        String title = headline.kpi().equals(Headlines.KNOWN) ? CharacteristicsSection.TITLE : measure.title();
        html.line("li", title + ": not published, because " + reasonOfAbsence(measure) + ".");
    }

    private String reasonOfAbsence(DictionaryEntry measure) {
        if (measure.needs().isPresent() && snapshot.isByMonth()) {
            String needs = measure.needs().orElseThrow();
            return "it needs " + (needs.equals("days") ? "dates to the day" : needs)
                    + ", which this source does not give";
        }
        return "no record that it counts had been received by the as-at";
    }

    /** {@code west-midlands} as West Midlands. */
    private String forceName() {
        return Arrays.stream(snapshot.force().split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String css() {
        try (InputStream sheet = PackPage.class.getResourceAsStream("pack.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
