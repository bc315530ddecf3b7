package vaiwg.board.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a workbook as the standard has it, with nothing of the library that wrote it. */
final class XlsxCells {
    private final Map<String, byte[]> parts = new HashMap<>();

    /** A cell: its text where it is one, else its number. */
    record Cell(String sheet, String reference, String text, Double number) {}

    XlsxCells(byte[] workbook) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    List<String> sheets() throws IOException {
        List<String> names = new ArrayList<>();
        each(part("xl/workbook.xml"), "sheet", sheet -> names.add(sheet.getAttribute("name")));
        return names;
    }

    /** Names of sheets that a reader is not shown. */
    List<String> hidden() throws IOException {
        List<String> names = new ArrayList<>();
        each(part("xl/workbook.xml"), "sheet", sheet -> {
            if (!sheet.getAttribute("state").replace("visible", "").isEmpty()) {
                names.add(sheet.getAttribute("name"));
            }
        });
        return names;
    }

    /** The XML of a sheet by its place. */
    String xml(int sheet) {
        return new String(parts.get("xl/worksheets/sheet" + (sheet + 1) + ".xml"), StandardCharsets.UTF_8);
    }

    List<Cell> cells() throws IOException {
        List<String> texts = new ArrayList<>();
        each(part("xl/sharedStrings.xml"), "si", text -> texts.add(text.getTextContent()));
        List<Cell> cells = new ArrayList<>();
        List<String> sheets = sheets();
        for (int i = 0; i < sheets.size(); i++) {
            String sheet = sheets.get(i);
            each(part("xl/worksheets/sheet" + (i + 1) + ".xml"), "c", cell -> {
                String value = cell.getTextContent();
                boolean isText = cell.getAttribute("t").equals("s");
                cells.add(new Cell(
                        sheet,
                        cell.getAttribute("r"),
                        isText ? texts.get(Integer.parseInt(value)) : null,
                        isText || value.isEmpty() ? null : Double.valueOf(value)));
            });
        }
        return cells;
    }

    Document part(String name) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(name)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(name, e);
        }
    }

    private static void each(Document document, String tag, Consumer<Element> visitor) {
        NodeList nodes = document.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            visitor.accept((Element) nodes.item(i));
        }
    }
}
