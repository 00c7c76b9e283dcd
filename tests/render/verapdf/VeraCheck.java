import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Validates PDF files with veraPDF and prints one JSON object for each file and flavour.
 *
 * <p>Usage: VeraCheck ua1,3a file.pdf ... The exit code is 1 when any file breaks a rule.
 *
 * <p>The jar holds veraPDF's profiles but not the XML binding that usually reads them, so they
 * are read here.
 */
public final class VeraCheck {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";
  private static final int MOST_FAILURES = 200;

  private VeraCheck() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Map<PDFAFlavour, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String id : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
      profiles.put(flavour, readProfile(flavour));
    }
    boolean allGood = true;
    for (int place = 1; place < arguments.length; place++) {
      for (Map.Entry<PDFAFlavour, ValidationProfile> entry : profiles.entrySet()) {
        allGood &= check(arguments[place], entry.getKey(), entry.getValue(), out);
      }
    }
    System.exit(allGood ? 0 : 1);
  }

  private static boolean check(
      String path, PDFAFlavour flavour, ValidationProfile profile, PrintStream out) {
    String head = "{\"file\":" + quoted(path) + ",\"flavour\":" + quoted(flavour.getId());
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(profile, MOST_FAILURES, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      out.println(
          head
              + ",\"compliant\":" + result.isCompliant()
              + ",\"rules\":" + profile.getRules().size()
              + ",\"assertions\":" + result.getTotalAssertions()
              + ",\"failed\":[" + failures(result) + "]}");
      return result.isCompliant();
    } catch (Exception fault) {
      out.println(head + ",\"compliant\":false,\"error\":" + quoted(fault.toString()) + "}");
      return false;
    }
  }

  private static String failures(ValidationResult result) {
    Map<RuleId, Integer> counts = result.getFailedChecks();
    Map<String, String> first = new LinkedHashMap<>();
    for (TestAssertion one : result.getTestAssertions()) {
      if (one.getStatus() != TestAssertion.Status.FAILED) {
        continue;
      }
      String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
      first.putIfAbsent(
          rule,
          "{\"rule\":" + quoted(rule)
              + ",\"count\":" + counts.get(one.getRuleId())
              + ",\"message\":" + quoted(one.getMessage())
              + ",\"place\":" + quoted(one.getLocation().getContext()) + "}");
    }
    return String.join(",", first.values());
  }

  private static ValidationProfile readProfile(PDFAFlavour flavour) throws Exception {
    String name = flavour.name().replace("PDFA_", "PDFA-").replace("PDFUA_", "PDFUA-");
    String resource = PROFILES + name.replace("_", "") + ".xml";
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream stream = VeraCheck.class.getClassLoader().getResourceAsStream(resource)) {
      Element root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
      Element details = child(root, "details");
      return Profiles.profileFromValues(
          flavour,
          Profiles.profileDetailsFromValues(
              text(child(details, "name")),
              text(child(details, "description")),
              details.getAttribute("creator"),
              new Date(0)),
          "",
          rules(root),
          variables(root));
    }
  }

  private static Set<Rule> rules(Element root) {
    Set<Rule> found = new LinkedHashSet<>();
    for (Element rule : children(child(root, "rules"), "rule")) {
      Element id = child(rule, "id");
      RuleId ruleId =
          Profiles.ruleIdFromValues(
              PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
              id.getAttribute("clause"),
              Integer.parseInt(id.getAttribute("testNumber")));
      Element error = child(rule, "error");
      List<ErrorArgument> given = new ArrayList<>();
      for (Element argument : children(child(error, "arguments"), "argument")) {
        String name = attribute(argument, "name");
        given.add(ErrorArgumentImpl.fromValues(text(argument), name, null));
      }
      List<Reference> references = new ArrayList<>();
      for (Element one : children(child(rule, "references"), "reference")) {
        references.add(
            Profiles.referenceFromValues(
                one.getAttribute("specification"), one.getAttribute("clause")));
      }
      String deferred = attribute(rule, "deferred");
      found.add(
          Profiles.ruleFromValues(
              ruleId,
              rule.getAttribute("object"),
              deferred == null ? null : Boolean.valueOf(deferred),
              attribute(rule, "tags"),
              text(child(rule, "description")),
              text(child(rule, "test")),
              Profiles.errorFromValues(text(child(error, "message")), given),
              references));
    }
    return found;
  }

  private static Set<Variable> variables(Element root) {
    Set<Variable> found = new LinkedHashSet<>();
    for (Element one : children(child(root, "variables"), "variable")) {
      found.add(
          Profiles.variableFromValues(
              one.getAttribute("name"),
              one.getAttribute("object"),
              text(child(one, "defaultValue")),
              text(child(one, "value"))));
    }
    return found;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element && name.equals(node.getLocalName())) {
        found.add((Element) node);
      }
    }
    return found;
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static String text(Element element) {
    return element == null ? "" : element.getTextContent().trim();
  }

  private static String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  private static String quoted(String words) {
    if (words == null) {
      return "null";
    }
    StringBuilder built = new StringBuilder("\"");
    for (char letter : words.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        built.append('\\').append(letter);
      } else if (letter < ' ') {
        built.append(String.format("\\u%04x", (int) letter));
      } else {
        built.append(letter);
      }
    }
    return built.append('"').toString();
  }
}
