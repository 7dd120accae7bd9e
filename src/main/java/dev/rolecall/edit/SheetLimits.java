package dev.rolecall.edit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook may hold. It is a zip, so a few bytes can unpack to gigabytes, and a single cell
 * can claim to stand in column two thousand million: both are refused before the sheets are read.
 */
final class SheetLimits {

  /** A workbook as it is stored, in bytes. */
  static final int STORED = 20 * 1024 * 1024;

  /** All of its parts unpacked, in bytes. */
  static final int UNPACKED = 64 * 1024 * 1024;

  static final int ROWS = 10_000;
  private static final int PARTS = 1_000;
  private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

  /** Why a workbook is not read. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Exceeded(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private int left = UNPACKED;
  private int parts;

  private SheetLimits() {}

  /**
   * The same workbook, packed again from what was counted, so that what is read is what was
   * checked.
   *
   * @throws Exceeded if it holds too much
   * @throws IOException if it is no zip
   */
  static byte[] checked(byte[] workbook) throws IOException {
    if (workbook.length > STORED) {
      throw new Exceeded("it is larger than " + STORED / 1024 / 1024 + " MB");
    }
    SheetLimits limits = new SheetLimits();
    return SheetParts.each(workbook, limits::part);
  }

  private byte[] part(String name, InputStream packed) throws IOException {
    byte[] content = packed.readNBytes(left + 1);
    left -= content.length;
    if (left < 0 || ++parts > PARTS) {
      throw new Exceeded("it unpacks to more than a sheet of rules can hold");
    }
    if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
      cells(new ByteArrayInputStream(content));
    }
    return content;
  }

  private static void cells(InputStream sheet) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(sheet);
      int rows = 0;
      while (xml.hasNext()) {
        boolean opens = xml.next() == XMLStreamConstants.START_ELEMENT;
        if (opens && xml.getLocalName().equals("row") && ++rows > ROWS) {
          throw new Exceeded("it has more than " + ROWS + " rows");
        }
        if (opens && xml.getLocalName().equals("c")) {
          address(xml.getAttributeValue(null, "r"));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void address(@Nullable String address) throws Exceeded {
    if (address != null && !CELL.matcher(address).matches()) {
      throw new Exceeded("a cell of it stands where no spreadsheet has one");
    }
  }
}
