package vaiwg.board.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vaiwg.board.page.LiveDocument.Hit;
import vaiwg.board.page.PageId;
import vaiwg.board.report.AnnexTable;
import vaiwg.board.report.AreaPage;
import vaiwg.board.report.CharacteristicsPage;
import vaiwg.board.report.GovernancePage;
import vaiwg.board.report.Matter;
import vaiwg.board.report.QualityPage;
import vaiwg.board.report.Report;
import vaiwg.board.report.ScoreRow;

/** Finds a report's figures, matters and definitions by their words. */
final class SearchIndex {
    private static final int MOST = 60;

    private final List<Hit> entries = new ArrayList<>();

    private SearchIndex() {}

    static SearchIndex of(Report report) {
        SearchIndex index = new SearchIndex();
        for (AreaPage area : report.areas()) {
            PageId page = PageId.area(area.slug());
            index.add(area.title(), area.lead().headline(), page);
            for (ScoreRow row : area.figures()) {
                index.add(row.title(), "Figure of " + area.title(), page);
            }
            area.backlogs().forEach(backlog -> index.add(backlog.title(), backlog.subtitle(), page));
        }
        report.characteristics()
                .ifPresent(characteristics -> index.add(
                        "Protected characteristics of victims",
                        rows(characteristics),
                        PageId.of(PageId.Kind.CHARACTERISTICS)));
        for (Matter matter : report.signals().open()) {
            index.add(matter.title(), matter.text(), PageId.of(PageId.Kind.SIGNALS));
        }
        report.governance().ifPresent(index::add);
        for (AnnexTable table : report.annex()) {
            index.add(table.title(), table.definition(), PageId.of(PageId.Kind.ANNEX));
        }
        for (QualityPage.Definition definition : report.quality().definitions()) {
            index.add(definition.title(), definition.text(), PageId.of(PageId.Kind.DEFINITIONS));
        }
        return index;
    }

    private void add(GovernancePage governance) {
        for (GovernancePage.Group group : governance.groups()) {
            group.items().forEach(item -> add(item.text(), group.title(), PageId.of(PageId.Kind.GOVERNANCE)));
        }
    }

    /** Entries that hold every word, those first whose title does; none for no word. */
    List<Hit> find(String words) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.UK).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Hit> found = new ArrayList<>();
        List<Hit> inText = new ArrayList<>();
        for (Hit entry : entries) {
            String title = entry.title().toLowerCase(Locale.UK);
            String all = title + " " + entry.text().toLowerCase(Locale.UK);
            if (wanted.stream().allMatch(title::contains)) {
                found.add(entry);
            } else if (wanted.stream().allMatch(all::contains)) {
                inText.add(entry);
            }
        }
        found.addAll(inText);
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private void add(String title, String text, PageId page) {
        entries.add(new Hit(title, text, page));
    }

    private static String rows(CharacteristicsPage page) {
        return String.join(
                ", ", page.rows().stream().map(CharacteristicsPage.Row::title).toList());
    }
}
