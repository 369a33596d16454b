//! A SCORM 1.2 package: the one-file page as the only lesson of a course, for Moodle and other course systems.
//!
//! The manifest follows ADL's "SCORM 1.2 Content Aggregation Model", chapter 2.3, and IMS Content Packaging 1.1.2. The page
//! itself talks to the course system (`shell/course.js`).

use crate::error::EditionError;
use crate::html::escape;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The name of the page in the package.
const PAGE: &str = "page.html";

/// Returns a SCORM 1.2 package: a zip of the manifest and the page in one file. The same page and title give the same bytes.
///
/// # Errors
/// Fails where the page is larger than a zip can hold.
pub fn course_package(title: &str, page: &str) -> Result<Vec<u8>, EditionError> {
    let pack = || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let manifest = manifest(title);
        for (name, text) in [("imsmanifest.xml", manifest.as_str()), (PAGE, page)] {
            zip.start_file(name, options)?;
            zip.write_all(text.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    };
    pack().map_err(|error: zip::result::ZipError| EditionError::Zip(error.to_string()))
}

fn manifest(title: &str) -> String {
    let title = escape(title);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="frise" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
      <item identifier="lesson" identifierref="page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::io::{Cursor, Read};

    use roxmltree::{Document, Node};
    use zip::ZipArchive;

    use super::course_package;

    const CONTENT: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    const SCORM: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    /// The rules of imscp_rootv1p1p2.xsd and adlcp_rootv1p2.xsd that a package with one lesson can break: which elements
    /// stand in which, in this order, and which attributes they must have.
    const RULES: &[(&str, &[&str], &[&str])] = &[
        (
            "manifest",
            &["metadata", "organizations", "resources"],
            &["identifier"],
        ),
        ("metadata", &["schema", "schemaversion"], &[]),
        ("schema", &[], &[]),
        ("schemaversion", &[], &[]),
        ("organizations", &["organization"], &[]),
        ("organization", &["title", "item"], &["identifier"]),
        ("item", &["title"], &["identifier"]),
        ("title", &[], &[]),
        ("resources", &["resource"], &[]),
        ("resource", &["file"], &["identifier", "type"]),
        ("file", &[], &["href"]),
    ];

    #[test]
    fn the_package_is_one_lesson_by_the_rules_of_scorm() {
        let zip = course_package("A & B", "<!doctype html>").unwrap();
        let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
        let names: Vec<String> = zip
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, ["imsmanifest.xml", "page.html"]);
        let mut manifest = String::new();
        zip.by_name("imsmanifest.xml")
            .unwrap()
            .read_to_string(&mut manifest)
            .unwrap();
        let manifest = Document::parse(&manifest).unwrap();
        for node in manifest.descendants().filter(Node::is_element) {
            keeps_the_rules(node);
        }

        let find = |name| {
            let mut found = manifest
                .descendants()
                .filter(|node| node.has_tag_name((CONTENT, name)));
            let node = found.next().unwrap();
            assert!(found.next().is_none() || name == "title", "{name}");
            node
        };
        assert_eq!(find("schema").text(), Some("ADL SCORM"));
        assert_eq!(find("schemaversion").text(), Some("1.2"));
        assert_eq!(find("title").text(), Some("A & B"));
        assert_eq!(
            find("organizations").attribute("default"),
            find("organization").attribute("identifier")
        );
        let resource = find("resource");
        assert_eq!(
            find("item").attribute("identifierref"),
            resource.attribute("identifier")
        );
        assert_eq!(resource.attribute((SCORM, "scormtype")), Some("sco"));
        assert_eq!(resource.attribute("href"), Some("page.html"));
        assert_eq!(find("file").attribute("href"), Some("page.html"));
        let identifiers: Vec<&str> = manifest
            .descendants()
            .filter_map(|node| node.attribute("identifier"))
            .collect();
        let different: BTreeSet<&&str> = identifiers.iter().collect();
        assert_eq!(identifiers.len(), different.len(), "{identifiers:?}");
    }

    fn keeps_the_rules(node: Node) {
        let name = node.tag_name().name();
        assert_eq!(node.tag_name().namespace(), Some(CONTENT), "{name}");
        let (_, children, attributes) = RULES.iter().find(|(known, ..)| *known == name).unwrap();
        let found: Vec<&str> = node
            .children()
            .filter(Node::is_element)
            .map(|child| child.tag_name().name())
            .collect();
        assert_eq!(&found, children, "in {name}");
        for attribute in *attributes {
            assert!(node.attribute(*attribute).is_some(), "{name} {attribute}");
        }
    }
}
