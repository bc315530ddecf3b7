package vaiwg.kpis.reference;

import java.util.Map;

/**
 * In which theme an offence class counts: {@code reference/offence-themes.csv} has the classes, and a force's folder those of
 * which its crime registrar decides otherwise.
 *
 * @param kind tells stalking from harassment; null elsewhere, and of what is neither
 */
public record OffenceTheme(Theme theme, Theme kind) {
    private static final String CLASS = "[0-9]{1,3}(\\.[0-9]{1,2})?[A-Z]?";

    /** The rows of classes that are in a theme: one without a theme takes its class out. */
    static ReferenceFile among(ReferenceFile file) {
        return file.filtered(row -> !row.get("theme").isEmpty());
    }

    /** @throws IllegalStateException in one sentence, where a row cannot be read */
    static OffenceTheme of(Map<String, String> cells) {
        CheckedRow row = new CheckedRow("offence-themes", cells);
        row.require(row.get("class").matches(CLASS), "has no Home Office class like 8Q");
        Theme theme = row.constant(
                "theme",
                Theme.EXCLUSIVE.toArray(Theme[]::new),
                "names no theme of offences: rape, other_sexual, stalking_harassment, or none");
        if (row.get("kind").isEmpty()) {
            return new OffenceTheme(theme, null);
        }
        row.require(theme == Theme.STALKING_HARASSMENT, "has a kind, which stalking_harassment alone has");
        Theme[] kinds = {Theme.STALKING, Theme.HARASSMENT};
        return new OffenceTheme(theme, row.constant("kind", kinds, "is of neither stalking nor harassment"));
    }
}
