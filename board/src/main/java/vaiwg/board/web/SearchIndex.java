package vaiwg.board.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vaiwg.board.page.LiveDocument.Hit;
import vaiwg.board.report.Block;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** Finds a report's measures, matters, promises and pages by their words. */
final class SearchIndex {
    private static final int MOST = 60;

    private final List<Hit> entries = new ArrayList<>();

    private SearchIndex() {}

    static SearchIndex of(Report report) {
        SearchIndex index = new SearchIndex();
        report.all().forEach(index::add);
        return index;
    }

    private void add(Page page) {
        entries.add(new Hit(page.title(), (page.lead() + " " + page.definitions()).strip(), page.id()));
        for (Block block : page.blocks()) {
            if (block instanceof Block.Matters matters) {
                matters.matters().forEach(matter -> entries.add(new Hit(matter.title(), matter.text(), page.id())));
            } else if (block instanceof Block.Promises promises) {
                promises.promises().forEach(promise -> entries.add(new Hit(promise.text(), page.title(), page.id())));
            }
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
}
