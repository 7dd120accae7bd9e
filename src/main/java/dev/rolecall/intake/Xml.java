package dev.rolecall.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * A pass over the elements of a part of a workbook. It reads no document type, so that no entity is
 * expanded or fetched, and ends at what no spreadsheet writes: a tag or text of millions of
 * characters, elements in elements without end.
 */
final class Xml implements Closeable {

  static final String DAMAGED = "this workbook is damaged; save it again from a spreadsheet";

  private static final String DECLARES =
      "a part of this workbook declares entities, which no spreadsheet does; it is not read";

  private static final int DEEPEST = 64;
  private static final int LONGEST = CsvRows.LONGEST_CELL;

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream part;
  private final XMLStreamReader reader;
  private int depth;

  Xml(InputStream part) throws IOException {
    this.part = part;
    try {
      this.reader = FACTORY.createXMLStreamReader(new Tags(part));
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /** Goes to where the next element starts or ends; false at the end. */
  boolean next() throws IOException {
    int event = step();
    while (event != XMLStreamConstants.START_ELEMENT
        && event != XMLStreamConstants.END_ELEMENT
        && event != XMLStreamConstants.END_DOCUMENT) {
      event = step();
    }
    return event != XMLStreamConstants.END_DOCUMENT;
  }

  boolean starts(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  /** An attribute of the element that starts here, whatever its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The text of the element that starts here, to its end; how it is pronounced is left out. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int outside = depth - 1;
    int pronounced = Integer.MAX_VALUE;
    while (depth > outside) {
      int event = step();
      if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new Unreadable(DAMAGED);
      }
      if (starts("rPh")) {
        pronounced = Math.min(pronounced, depth);
      } else if (depth < pronounced) {
        pronounced = Integer.MAX_VALUE;
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          append(text);
        }
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text) throws Unreadable {
    if (text.length() + reader.getTextLength() > LONGEST) {
      throw tooLong();
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private int step() throws IOException {
    try {
      int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      if (depth > DEEPEST || event == XMLStreamConstants.DTD) {
        throw new Unreadable(depth > DEEPEST ? DAMAGED : DECLARES);
      }
      return event;
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  private static Unreadable unreadable(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Unreadable said) {
        return said;
      }
    }
    return e.getNestedException() instanceof Unreadable said ? said : new Unreadable(DAMAGED);
  }

  private static Unreadable tooLong() {
    return new Unreadable(
        "a cell holds more than " + LONGEST / 1024 / 1024 + " million characters");
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  /** Ends where neither a tag nor a text has ended for too long. */
  private static final class Tags extends FilterInputStream {
    private int length;

    Tags(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      for (int i = from; i < from + read; i++) {
        boolean ends = buffer[i] == '<' || buffer[i] == '>';
        this.length = ends ? 0 : this.length + 1;
      }
      if (this.length > LONGEST) {
        throw tooLong();
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
  }
}
