package vaiwg.board.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;

/** The report's HTML as the renderer of the PDF needs it: without what is only for a screen, with bookmarks and alternative texts. */
record PrintDocument(Document document) {
    /** Not printed: lists of pages, tables of numbers that open, heads that the sheet has itself. */
    private static final Set<String> SCREEN_ONLY = Set.of("skip", "pages", "data", "run", "hidden");

    static Document of(Report report) {
        PrintDocument print = new PrintDocument(parsed(ReportPage.html(report)));
        print.removeScreenOnly();
        print.alternatives();
        print.columns();
        print.first();
        print.head(report);
        return print.document;
    }

    private void removeScreenOnly() {
        for (Element element : elements("*")) {
            if (SCREEN_ONLY.stream().anyMatch(name -> has(element, name))) {
                element.getParentNode().removeChild(element);
            }
        }
    }

    /** A PDF has the alternative of a picture as one text. */
    private void alternatives() {
        for (Element picture : elements("svg")) {
            String text = picture.getAttribute("data-says");
            if (text.isEmpty()) {
                text = said(picture, "title") + " " + said(picture, "desc");
            }
            picture.setAttribute("alt", text.strip());
        }
    }

    /** The renderer knows no grid: of two columns side by side the second ends the row. */
    private void columns() {
        for (Element grid : elements("div")) {
            if (has(grid, "two")) {
                List<Element> cells = children(grid);
                for (int i = 1; i < cells.size(); i += 2) {
                    Element cell = cells.get(i);
                    cell.setAttribute("class", (cell.getAttribute("class") + " second").strip());
                }
            }
        }
    }

    /** The first page begins the first sheet. */
    private void first() {
        elements("section").stream()
                .findFirst()
                .ifPresent(first -> first.setAttribute("class", first.getAttribute("class") + " first"));
    }

    private void head(Report report) {
        Edition edition = report.edition();
        String head = EditionWords.name(report) + " · " + edition.forceTitle() + " · " + EditionWords.asAt(edition);
        elements("style").get(0).setTextContent(Stylesheet.pdf(head, ReportPage.foot(report)));
        tag(edition);
        Element subject = document.createElement("meta");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", EditionWords.TITLE + ". " + EditionWords.CAUTION);
        Element bookmarks = document.createElement("bookmarks");
        Context context = new Context(report, Links.WITHIN);
        for (Page page : report.pages()) {
            Element bookmark = document.createElement("bookmark");
            bookmark.setAttribute("name", context.title(page));
            bookmark.setAttribute("href", Links.WITHIN.to(page.id()));
            bookmarks.appendChild(bookmark);
        }
        Node place = elements("head").get(0);
        place.appendChild(subject);
        place.appendChild(bookmarks);
    }

    /** At the right of each sheet's head. */
    private void tag(Edition edition) {
        Element text = document.createElement("span");
        text.setAttribute("class", edition.synthetic() ? "synthetic" : "status");
        text.setTextContent(edition.synthetic() ? EditionWords.SYNTHETIC : EditionWords.status(edition));
        Element tag = document.createElement("div");
        tag.setAttribute("class", "tag");
        tag.appendChild(text);
        Element body = elements("body").get(0);
        body.insertBefore(tag, body.getFirstChild());
    }

    private static String said(Element picture, String name) {
        NodeList found = picture.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static boolean has(Element element, String className) {
        return List.of(element.getAttribute("class").split(" ")).contains(className);
    }

    private List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(found.getLength());
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the pages of the report are not well-formed", e);
        }
    }
}
