import { describe } from 'vitest';
import { apexBehaviour } from '../../testing/apex-behaviour.ts';
import { customObject, metadata } from '../../testing/fixture.ts';

const TEST = `@IsTest
private class PagesTest {
  @IsTest static void addressIsReadAndWrittenInItsParts() {
    PageReference page = new PageReference('/apex/form?id=1&q=a+b%26c#end');
    Assert.areEqual('a b&c', page.getParameters().get('q'));
    Assert.areEqual('end', page.getAnchor());
    page.getParameters().put('q', 'é & ü');
    page.getParameters().remove('id');
    page.getParameters().put('none', null);
    page.setAnchor(null);
    Assert.areEqual('/apex/form?q=%C3%A9+%26+%C3%BC', page.getUrl());
    Assert.isFalse(page.getRedirect());
    Assert.areEqual(page, page.setRedirect(true));
    Assert.isTrue(page.getRedirect());
  }
  @IsTest static void pageOfARecordIsItsId() {
    Account row = new Account(Name = 'A');
    insert row;
    Assert.areEqual('/' + String.valueOf(row.Id).left(15), new PageReference(row).getUrl());
    Assert.areEqual('/apex/form', Page.Form.getUrl());
  }
  @IsTest static void cookiesAreFoundByName() {
    PageReference page = Page.Form;
    page.setCookies(new List<Cookie>{ new Cookie('theme', 'dark', null, 60, true) });
    Cookie found = page.getCookies().get('theme');
    Assert.areEqual('dark', found.getValue());
    Assert.areEqual(60, found.getMaxAge());
    Assert.isTrue(found.isSecure());
    Assert.isNull(found.getPath());
  }
  @IsTest static void testSaysWhichPageItIsOn() {
    Assert.areEqual('', ApexPages.currentPage().getUrl());
    Test.setCurrentPage(Page.Form);
    ApexPages.currentPage().getParameters().put('id', 'x');
    Assert.areEqual('/apex/form?id=x', ApexPages.currentPage().getUrl());
    Test.setCurrentPage(null);
    Assert.isNull(ApexPages.currentPage());
  }
  @IsTest static void testDoesNotBeginOnThePageOfAnother() {
    Assert.areEqual('', ApexPages.currentPage().getUrl());
    Assert.isFalse(ApexPages.hasMessages());
  }
  @IsTest static void messagesCollectUntilTheEndOfTheRequest() {
    ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.WARNING, 'Careful', 'It is hot'));
    try {
      insert new List<Account>{ new Account(), new Account() };
    } catch (DmlException refused) {
      ApexPages.addMessages(refused);
    }
    Assert.areEqual(3, ApexPages.getMessages().size());
    Assert.isTrue(ApexPages.hasMessages(ApexPages.Severity.WARNING));
    Assert.isFalse(ApexPages.hasMessages(ApexPages.Severity.FATAL));
    Assert.areEqual('It is hot', ApexPages.getMessages()[0].getDetail());
    Assert.areEqual(ApexPages.Severity.ERROR, ApexPages.getMessages()[2].getSeverity());
    Assert.isTrue(ApexPages.getMessages()[2].getSummary().contains('Name'), ApexPages.getMessages()[2].getSummary());
  }
  @IsTest static void controllerSavesAndDeletesItsRecord() {
    Account row = new Account(Name = 'A');
    ApexPages.StandardController controller = new ApexPages.StandardController(row);
    Assert.isNull(controller.getId());
    Assert.areEqual('/001/o', controller.cancel().getUrl());
    PageReference saved = controller.save();
    Assert.areEqual(String.valueOf(row.Id), controller.getId());
    Assert.areEqual('/' + controller.getId().left(15), saved.getUrl());
    Assert.areEqual(controller.view().getUrl() + '/e', controller.edit().getUrl());
    row.Name = 'B';
    controller.save();
    Assert.areEqual('B', [SELECT Name FROM Account].Name);
    Assert.areEqual('/001/o', controller.delete().getUrl());
    Assert.areEqual(0, [SELECT COUNT() FROM Account]);
  }
  @IsTest static void listIsTurnedPageByPageAndNoFurther() {
    List<Account> rows = new List<Account>();
    for (Integer i = 0; i < 45; i++) {
      rows.add(new Account(Name = 'A' + String.valueOf(i).leftPad(2, '0')));
    }
    insert rows;
    ApexPages.StandardSetController pages = new ApexPages.StandardSetController(
      Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name')
    );
    Assert.areEqual(45, pages.getResultSize());
    Assert.areEqual(20, pages.getRecords().size());
    Assert.isFalse(pages.getHasPrevious());
    pages.next();
    Assert.areEqual('A20', ((Account) pages.getRecords()[0]).Name);
    pages.last();
    Assert.areEqual(3, pages.getPageNumber());
    Assert.areEqual(5, pages.getRecords().size());
    Assert.isFalse(pages.getHasNext());
    pages.next();
    Assert.areEqual(3, pages.getPageNumber());
    pages.setPageSize(50);
    Assert.areEqual(1, pages.getPageNumber());
    Assert.areEqual(45, pages.getRecords().size());
  }
  @IsTest static void listSavesWhatWasChangedInIt() {
    insert new Account(Name = 'A');
    ApexPages.StandardSetController pages = new ApexPages.StandardSetController([SELECT Name FROM Account]);
    Assert.isTrue(pages.getSelected().isEmpty());
    for (Account row : (List<Account>) pages.getRecords()) {
      row.Name = 'B';
    }
    pages.save();
    Assert.areEqual('B', [SELECT Name FROM Account].Name);
  }
  @IsTest static void choicesWithTheSameValueAndLabelAreTheSame() {
    Set<SelectOption> options = new Set<SelectOption>{
      new SelectOption('a', 'A'),
      new SelectOption('a', 'A'),
      new SelectOption('a', 'A', true)
    };
    Assert.areEqual(2, options.size());
    SelectOption one = new SelectOption('a', 'A');
    one.setLabel('B');
    Assert.areEqual('B', one.getLabel());
    Assert.isFalse(one.getDisabled());
  }
  @IsTest static void outsideASiteThereIsNone() {
    Assert.isNull(Site.getSiteId());
    Assert.isNull(Site.getDomain());
    Assert.areEqual('', Site.getBaseUrl());
    Assert.isFalse(Site.isLoginEnabled());
    Assert.isNull(Network.getNetworkId());
    Assert.areEqual('/x', Network.forwardToAuthPage('/x').getParameters().get('startURL'));
  }
  @IsTest static void orgHasItsAllocationsAndUsesNone() {
    Map<String, OrgLimit> byName = OrgLimits.getMap();
    Assert.areEqual(OrgLimits.getAll().size(), byName.size());
    OrgLimit calls = byName.get('DailyApiRequests');
    Assert.areEqual('DailyApiRequests', calls.getName());
    Assert.areEqual(15000, calls.getLimit());
    Assert.areEqual(0, calls.getValue());
    Assert.isNull(byName.get('NoSuchLimit'));
  }
}`;

const CACHE = `@IsTest
private class CacheTest {
  public class Doubler implements Cache.CacheBuilder {
    public Object doLoad(String key) {
      return key + key + Limits.getQueries();
    }
  }
  static void assertRefused(String key) {
    try {
      Cache.Org.put(key, 1);
      Assert.fail('Must be refused: ' + key);
    } catch (Cache.InvalidParamException refused) {
      Assert.isTrue(refused.getMessage().contains('alphanumeric'), refused.getMessage());
    }
  }
  @IsTest static void keyIsAlphanumericAndOfFiftyCharactersAtMost() {
    for (String wrong : new List<String>{ '', 'a-b', 'a b', 'ä', 'x'.repeat(51), 'local.Other.a_b' }) {
      assertRefused(wrong);
    }
    Cache.Org.put('x'.repeat(50), 1);
    Assert.areEqual(1, Cache.Org.get('x'.repeat(50)));
  }
  @IsTest static void keyIsListedAsItWasWritten() {
    Cache.Org.put('FirstKey', 1);
    Cache.Org.put('second', 2);
    Assert.areEqual(new Set<String>{ 'FirstKey', 'second' }, Cache.Org.getKeys());
    Assert.areEqual(2, Cache.Org.getNumKeys());
    Assert.areEqual(1, Cache.Org.get('firstkey'));
    Assert.areEqual(new List<Boolean>{ true, false }, Cache.Org.contains(new List<String>{ 'second', 'third' }));
  }
  @IsTest static void partitionsKeepTheirOwn() {
    Cache.OrgPartition other = Cache.Org.getPartition('local.Other');
    other.put('key', 'other');
    Cache.Org.put('key', 'default');
    Assert.areEqual('other', other.get('key'));
    Assert.areEqual('default', Cache.Org.get('key'));
    Assert.areEqual('other', Cache.Org.get('local.Other.key'));
    Assert.isTrue(Cache.Org.remove('local.Other.key'));
    Assert.isNull(other.get('key'));
    Assert.areEqual('default', Cache.Org.get('key'));
  }
  @IsTest static void sessionIsAUsers() {
    Cache.Session.put('key', 'mine');
    Assert.isNull(Cache.Org.get('key'));
    User other = [SELECT Id FROM User WHERE Username = 'autoproc@local.org'];
    System.runAs(other) {
      Assert.isNull(Cache.Session.get('key'));
      Cache.Org.put('shared', 'ours');
    }
    Assert.areEqual('mine', Cache.Session.get('key'));
    Assert.areEqual('ours', Cache.Org.get('shared'));
  }
  @IsTest static void nothingIsNoValue() {
    try {
      Cache.Org.put('key', null);
      Assert.fail('null is no value');
    } catch (Cache.InvalidParamException refused) {
      Assert.areEqual('Cache value cannot be null', refused.getMessage());
    }
  }
  @IsTest static void valueIsKeptAsItWas() {
    List<String> names = new List<String>{ 'a' };
    Cache.Org.put('list', names);
    names.add('b');
    ((List<String>) Cache.Org.get('list')).add('c');
    Assert.areEqual(new List<String>{ 'a' }, (List<String>) Cache.Org.get('list'));
  }
  @IsTest static void builderComputesAValueOnce() {
    Assert.areEqual('kk0', Cache.Org.get(Doubler.class, 'k'));
    Integer count = [SELECT COUNT() FROM Account];
    Assert.areEqual('kk0', Cache.Org.get(Doubler.class, 'k'), 'Not computed again after query ' + count);
    Cache.Org.remove(Doubler.class, 'k');
    Assert.areEqual('kk1', Cache.Org.get(Doubler.class, 'k'));
  }
  @IsTest static void testBeginsWithAnEmptyCache() {
    Assert.areEqual(0, Cache.Org.getNumKeys());
    Assert.areEqual(0, Cache.Session.getNumKeys());
  }
}`;

describe('pages, site, allocations and cache', () => {
  apexBehaviour({
    'classes/PagesTest.cls': TEST,
    'classes/CacheTest.cls': CACHE,
    'objects/Item__c/Item__c.object-meta.xml': customObject('Item'),
    'pages/Form.page': '<apex:page/>',
    'pages/Form.page-meta.xml': metadata('ApexPage', '<apiVersion>65.0</apiVersion><label>Form</label>'),
    'cachePartitions/Other.cachePartition-meta.xml': metadata(
      'PlatformCachePartition',
      '<isDefaultPartition>false</isDefaultPartition><masterLabel>Other</masterLabel>'
    )
  });
});
