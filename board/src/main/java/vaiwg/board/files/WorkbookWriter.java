package vaiwg.board.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets as an XLSX file: numbers as numbers, text as text that no program takes for a formula, the same bytes each time. */
final class WorkbookWriter {
    /** The greatest number of characters that a cell may hold. */
    private static final int LONGEST_TEXT = 32_767;

    /** From this width on, in characters, text goes on in a second line; in narrower columns it would make rows too high to read. */
    private static final int WRAPPED_FROM = 30;

    private static final int LONGEST_NAME = 31;
    private static final String HEAD_FILL = "E9EDF0";

    /** Not the first that the format knows, 1 January 1980: beside that one Java writes an instant by the machine's time zone. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private WorkbookWriter() {}

    /** @param made what the file's properties say of when it was made: never the clock */
    static byte[] write(String title, Instant made, List<Sheet> sheets) {
        try {
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                try (OutputStream out = Files.newOutputStream(file);
                        Workbook workbook = new Workbook(out, "vaiwg", "1.0")) {
                    workbook.properties().setTitle(SafeText.of(title));
                    Set<String> names = new HashSet<>();
                    for (Sheet sheet : sheets) {
                        write(workbook.newWorksheet(name(sheet.name(), names)), sheet);
                    }
                }
                return repacked(file, made);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook cannot be made in the folder for temporary files", e);
        }
    }

    /** A tab's name: unlike all others, at most 31 characters, none of those that a reference needs. */
    private static String name(String wanted, Set<String> taken) {
        String plain = SafeText.of(wanted).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String name = plain.isEmpty() ? "Sheet" : cut(plain, LONGEST_NAME);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            name = cut(plain, LONGEST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length)
                .strip();
    }

    private static void write(Worksheet worksheet, Sheet sheet) {
        int columns = sheet.blocks().stream()
                .mapToInt(block -> Math.max(
                        block.heads().size(),
                        block.rows().stream().mapToInt(List::size).max().orElse(0)))
                .max()
                .orElse(1);
        for (int i = 0; i < columns; i++) {
            worksheet.width(i, sheet.width(i));
        }
        worksheet.freezePane(sheet.title().isPresent() ? 1 : 0, 1);
        int row = 0;
        if (sheet.title().isPresent()) {
            text(worksheet, row, 0, sheet.title().get());
            worksheet.style(row, 0).bold().fontSize(14).set();
            row += 2;
        }
        for (Sheet.Block block : sheet.blocks()) {
            row = write(worksheet, row, sheet, block) + 1;
        }
        if (sheet.title().isEmpty()) {
            worksheet.setAutoFilter(0, 0, row - 2, columns - 1);
        }
        worksheet.pageOrientation("landscape");
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.setFitToPage(true);
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
        worksheet.repeatRows(0);
    }

    /** The first free row behind the block. */
    private static int write(Worksheet worksheet, int from, Sheet sheet, Sheet.Block block) {
        int row = from;
        if (!block.title().isEmpty()) {
            text(worksheet, row, 0, block.title());
            worksheet.style(row, 0).bold().fontSize(12).set();
            row++;
        }
        if (!block.heads().isEmpty()) {
            for (int i = 0; i < block.heads().size(); i++) {
                text(worksheet, row, i, block.heads().get(i));
                worksheet
                        .style(row, i)
                        .bold()
                        .fillColor(HEAD_FILL)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
            row++;
        }
        for (List<Sheet.Cell> cells : block.rows()) {
            for (int i = 0; i < cells.size(); i++) {
                write(worksheet, row, i, cells.get(i), i > 0 && sheet.width(i) >= WRAPPED_FROM);
            }
            row++;
        }
        if (!block.note().isEmpty()) {
            text(worksheet, row, 0, block.note());
            worksheet.style(row, 0).italic().set();
            row++;
        }
        return row;
    }

    private static void write(Worksheet worksheet, int row, int column, Sheet.Cell cell, boolean wrapped) {
        if (cell.value() instanceof String text) {
            text(worksheet, row, column, text);
            worksheet
                    .style(row, column)
                    .wrapText(wrapped)
                    .verticalAlignment("top")
                    .set();
            return;
        }
        if (cell.value() instanceof Number number) {
            worksheet.value(row, column, number);
        } else if (cell.value() instanceof LocalDate day) {
            worksheet.value(row, column, day);
        } else {
            return;
        }
        worksheet
                .style(row, column)
                .format(cell.format().code())
                .verticalAlignment("top")
                .set();
    }

    private static void text(Worksheet worksheet, int row, int column, String text) {
        worksheet.value(row, column, cut(SafeText.of(text), LONGEST_TEXT));
    }

    /** The library writes the time of the clock into the properties, and parts in no order: both are fixed here. */
    private static byte[] repacked(Path file, Instant made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            List<ZipEntry> parts = new ArrayList<>(Collections.list(from.entries()));
            // Programs that tell files by their first part look for the content types there.
            parts.sort(Comparator.comparing((ZipEntry part) -> !part.getName().startsWith("["))
                    .thenComparing(ZipEntry::getName));
            for (ZipEntry part : parts) {
                byte[] bytes = from.getInputStream(part).readAllBytes();
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(ZIP_TIME);
                to.putNextEntry(entry);
                to.write(part.getName().equals("docProps/core.xml") ? dated(bytes, made) : bytes);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant made) {
        String created = "(<dcterms:created [^>]*>)[^<]*";
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst(created, "$1" + made)
                .getBytes(StandardCharsets.UTF_8);
    }
}
