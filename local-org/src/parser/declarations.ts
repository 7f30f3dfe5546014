import type * as antlr from '@apexdevtools/apex-parser';
import type {
  AnonymousBlock,
  FieldDeclaration,
  Member,
  Modifiers,
  Parameter,
  Statement,
  TriggerDeclaration,
  TypeDeclaration,
  TypeRef
} from './ast.ts';
import { at, expression, typeRef } from './expressions.ts';
import { modifiers } from './modifiers.ts';
import { block, statement } from './statements.ts';

export function typeDeclaration(context: antlr.TypeDeclarationContext): TypeDeclaration {
  return declaredType(context, modifiers(context.modifier_list()));
}

interface TypeCarrier {
  classDeclaration(): antlr.ClassDeclarationContext | null;
  interfaceDeclaration(): antlr.InterfaceDeclarationContext | null;
  enumDeclaration(): antlr.EnumDeclarationContext | null;
}

function declaredType(context: TypeCarrier, mods: Modifiers): TypeDeclaration {
  const found = context.classDeclaration() ?? context.interfaceDeclaration() ?? context.enumDeclaration();
  if (!found) throw new Error('A type declaration is a class, an interface or an enum');
  const base = { ...at(found.id()), name: found.id().getText(), modifiers: mods, endLine: found.stop?.line ?? found.start.line };
  const none = { superclass: null, interfaces: [], members: [], constants: [] };
  const classNode = context.classDeclaration();
  if (classNode) {
    const interfaces = classNode.typeList()?.typeRef_list().map(typeRef) ?? [];
    const superclass = classNode.typeRef() ? typeRef(classNode.typeRef()) : null;
    const members = classNode.classBody().classBodyDeclaration_list().flatMap(classMember);
    return { ...base, ...none, kind: 'class', superclass, interfaces, members };
  }
  const interfaceNode = context.interfaceDeclaration();
  if (interfaceNode) {
    const members = interfaceNode.interfaceBody().interfaceMethodDeclaration_list().map(interfaceMethod);
    return { ...base, ...none, kind: 'interface', interfaces: interfaceNode.typeList()?.typeRef_list().map(typeRef) ?? [], members };
  }
  const constants = context.enumDeclaration()?.enumConstants()?.id_list() ?? [];
  return { ...base, ...none, kind: 'enum', constants: constants.map((id) => ({ ...at(id), name: id.getText() })) };
}

function interfaceMethod(context: antlr.InterfaceMethodDeclarationContext): Member {
  return {
    ...at(context.id()),
    kind: 'method',
    modifiers: modifiers(context.modifier_list()),
    returns: returnType(context),
    name: context.id().getText(),
    parameters: parameters(context.formalParameters()),
    body: null
  };
}

function returnType(context: { typeRef(): antlr.TypeRefContext | null }): TypeRef | null {
  const type = context.typeRef();
  return type ? typeRef(type) : null;
}

function parameters(context: antlr.FormalParametersContext): Parameter[] {
  return (
    context
      .formalParameterList()
      ?.formalParameter_list()
      .map((parameter) => ({
        ...at(parameter.id()),
        modifiers: modifiers(parameter.modifier_list()),
        type: typeRef(parameter.typeRef()),
        name: parameter.id().getText()
      })) ?? []
  );
}

function classMember(context: antlr.ClassBodyDeclarationContext): Member[] {
  if (context.block()) return [{ ...at(context), kind: 'initializer', static: Boolean(context.STATIC()), body: block(context.block()) }];
  const member = context.memberDeclaration();
  return member ? memberOf(member, modifiers(context.modifier_list())) : [];
}

interface MemberCarrier extends TypeCarrier {
  methodDeclaration(): antlr.MethodDeclarationContext | null;
  fieldDeclaration(): antlr.FieldDeclarationContext | null;
  propertyDeclaration(): antlr.PropertyDeclarationContext | null;
  constructorDeclaration?(): antlr.ConstructorDeclarationContext | null;
}

function memberOf(context: MemberCarrier, mods: Modifiers): Member[] {
  const method = context.methodDeclaration();
  if (method) {
    const body = method.block() ? block(method.block()) : null;
    return [
      {
        ...at(method.id()),
        kind: 'method',
        modifiers: mods,
        returns: returnType(method),
        name: method.id().getText(),
        parameters: parameters(method.formalParameters()),
        body
      }
    ];
  }
  const field = context.fieldDeclaration();
  if (field) {
    return field
      .variableDeclarators()
      .variableDeclarator_list()
      .map((variable) => ({
        ...at(variable),
        kind: 'field',
        modifiers: mods,
        type: typeRef(field.typeRef()),
        name: variable.id().getText(),
        initial: variable.expression() ? expression(variable.expression()) : null
      }));
  }
  const property = context.propertyDeclaration();
  if (property) return [propertyOf(property, mods)];
  const constructor = context.constructorDeclaration?.();
  if (constructor) {
    const name = constructor.qualifiedName().getText();
    return [
      {
        ...at(constructor),
        kind: 'constructor',
        modifiers: mods,
        name,
        parameters: parameters(constructor.formalParameters()),
        body: block(constructor.block())
      }
    ];
  }
  return [{ kind: 'type', declaration: declaredType(context, mods) }];
}

function propertyOf(context: antlr.PropertyDeclarationContext, mods: Modifiers): Member {
  let getter = null;
  let setter = null;
  for (const part of context.propertyBlock_list()) {
    const get = part.getter();
    const set = part.setter();
    const accessor = get ?? set;
    const node = { ...at(accessor), modifiers: modifiers(part.modifier_list()), body: accessor.block() ? block(accessor.block()) : null };
    if (get) getter = node;
    else setter = node;
  }
  return {
    ...at(context.id()),
    kind: 'property',
    modifiers: mods,
    type: typeRef(context.typeRef()),
    name: context.id().getText(),
    getter,
    setter
  };
}

interface BodyPart {
  statement(): antlr.StatementContext | null;
  modifier_list(): antlr.ModifierContext[];
}

function bodyParts<T extends BodyPart>(
  parts: readonly T[],
  declaration: (part: T) => MemberCarrier
): { members: Member[]; body: Statement[] } {
  const members: Member[] = [];
  const body: Statement[] = [];
  for (const part of parts) {
    const node = part.statement();
    if (node) {
      body.push(statement(node));
      continue;
    }
    for (const member of memberOf(declaration(part), modifiers(part.modifier_list()))) {
      // The grammar reads `Integer x = 1;` as a field: outside of a class it is a variable of the block.
      if (member.kind === 'field') body.push(localOf(member));
      else members.push(member);
    }
  }
  return { members, body };
}

function localOf({ line, column, modifiers, type, name, initial }: FieldDeclaration): Statement {
  return { line, column, kind: 'local', modifiers, type, variables: [{ line, column, name, initial }] };
}

export function triggerDeclaration(context: antlr.TriggerUnitContext): TriggerDeclaration {
  const events = context
    .triggerCase_list()
    .map((event) => Array.from({ length: event.getChildCount() }, (_, index) => event.getChild(index).getText().toLowerCase()).join(' '));
  const parts = bodyParts(context.triggerBlock().triggerBlockMember_list(), (part) => part.triggerMemberDeclaration());
  return { ...at(context), kind: 'trigger', name: context.id(0).getText(), object: context.id(1).getText(), events, ...parts };
}

export function anonymousBlock(context: antlr.AnonymousUnitContext): AnonymousBlock {
  const parts = bodyParts(context.anonymousBlock().anonymousBlockMember_list(), (part) => part.anonymousMemberDeclaration());
  return { ...at(context), kind: 'anonymous', ...parts };
}
