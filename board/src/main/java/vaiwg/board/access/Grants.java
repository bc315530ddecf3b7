package vaiwg.board.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vaiwg.kpis.catalogue.Priority;

/** What each login may see and say, as a file of the site says now ({@code docs/security.md}). */
public final class Grants {
    private final Supplier<Map<String, Grant>> byLogin;

    private Grants(Supplier<Map<String, Grant>> byLogin) {
        this.byLogin = byLogin;
    }

    /**
     * Those of a file, which is read again when it changes.
     *
     * @param areas that it may name
     * @throws IllegalArgumentException in one sentence that names the line and says what to do
     */
    public static Grants read(Path file, List<Priority> areas) {
        SiteFile.Reader<Map<String, Grant>> reader = (path, lines) -> GrantsReader.read(path, lines, areas);
        return new Grants(SiteFile.read(file, "grants", reader)::get);
    }

    /** These, for ever. */
    public static Grants of(Map<String, Grant> byLogin) {
        Map<String, Grant> copy = Map.copyOf(byLogin);
        return new Grants(() -> copy);
    }

    public static Grants none() {
        return of(Map.of());
    }

    /**
     * A login's.
     *
     * @throws IllegalArgumentException where the file cannot be used any more
     */
    public Grant of(String login) {
        return byLogin.get().getOrDefault(login, Grant.BOARD);
    }

    /** All that are in the file, by login. */
    public Map<String, Grant> all() {
        return byLogin.get();
    }
}
