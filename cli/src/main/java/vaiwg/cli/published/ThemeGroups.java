package vaiwg.cli.published;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Theme;

/** Which themes the offences of a table are. */
final class ThemeGroups {
    private final CodeMaps maps;
    private final Map<String, Group> named = new HashMap<>();

    /**
     * What a table counts together.
     *
     * @param themes a theme, or several that exclude one another, with + between them
     * @param differs what the group has that the themes have not; empty where they are one
     */
    record Group(String themes, String differs) {}

    /** @param maps by which classes are in themes */
    ThemeGroups(CodeMaps maps) {
        this.maps = maps;
        Layout.file("groups.csv")
                .rows()
                .forEach(row -> named.put(row.get("group"), new Group(row.get("theme"), differs(row))));
    }

    /** Nothing where the class by which the group differs is in a theme, as a force's folder may say. */
    private String differs(Map<String, String> row) {
        String without = row.get("without");
        return without.isEmpty() || maps.themeOf(PackedCode.pack(without)) == null ? row.get("differs") : "";
    }

    /** By a class of the Home Office; empty where it is in no theme. */
    Optional<Group> ofCode(String code) {
        try {
            return Optional.ofNullable(maps.themeOf(PackedCode.pack(code)))
                    .map(theme -> new Group(theme.theme().slug(), ""));
        } catch (IllegalArgumentException e) {
            // Some rows are of what is no class, such as "UK Finance".
            return Optional.empty();
        }
    }

    /** By the name of a group, or of a theme; empty where it has none. */
    Optional<Group> ofName(String name) {
        return Optional.ofNullable(named.get(name)).or(() -> Theme.of(name).map(theme -> new Group(theme.slug(), "")));
    }
}
